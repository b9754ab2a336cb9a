"""Orontes: raw reports in; a sourced, dated, mapped picture of an armed conflict out."""
