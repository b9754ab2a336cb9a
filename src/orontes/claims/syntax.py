"""Who does what to whom: the arguments of a verb or a noun, read off spaCy's parse."""

from collections.abc import Iterable, Iterator

from spacy.tokens import Token

from orontes.claims.words import closed, lemma

SUBJECTS = {"nsubj", "csubj"}
PASSIVE_SUBJECTS = {"nsubjpass", "csubjpass"}
OBJECTS = {"dobj", "obj"}
CLAUSES = {"ccomp", "xcomp"}
RELATIVE = {"that", "which", "who", "whom"}
QUANTITIES = closed("quantities")
SHARED = {"conj", "xcomp", "advcl", "acl", "pcomp", "relcl", "ccomp", "appos", "dep"}
DIRECTIONS = closed("directions")
LENGTHS = closed("lengths")
Roles = dict[str, list[Token]]


def conjuncts(token: Token) -> Iterator[Token]:
    """The token and what is coordinated with it, left to right."""
    yield token
    for child in token.rights:
        if child.dep_ == "conj" and child.pos_ != "VERB":
            yield from conjuncts(child)


def unwrap(token: Token) -> Token:
    """The noun that a quantity counts: "hundreds of detainees" is about detainees."""
    if token.lower_ in QUANTITIES or lemma(token) in QUANTITIES or token.pos_ == "NUM":
        for child in token.rights:
            if child.dep_ == "prep" and child.lower_ == "of":
                for inner in child.children:
                    if inner.dep_ == "pobj":
                        return unwrap(inner)
    return token


def objects(preposition: Token) -> Iterator[Token]:
    """What a preposition governs, or the one after it: "from under", "out of"."""
    own = [child for child in preposition.children if child.dep_ in {"pobj", "pcomp"}]
    for child in own:
        yield from conjuncts(child)
    for child in preposition.children:
        if child.dep_ == "prep" and not own:
            yield from objects(child)


def particle(verb: Token) -> str | None:
    for child in verb.children:
        if child.dep_ == "prt" or (
            child.dep_ in {"advmod", "prep"} and child.lower_ in {"down", "out", "back", "up"}
        ):
            return str(child.lower_)
    return None


def is_passive(verb: Token) -> bool:
    if verb.pos_ == "ADJ":
        return True
    return any(child.dep_ in {"auxpass", "nsubjpass"} for child in verb.children) or (
        verb.dep_ in {"acl", "relcl", "advcl", "amod"}
        and verb.tag_ == "VBN"
        and not any(child.dep_ in {"aux", "nsubj"} for child in verb.children)
    )


def has_subject(verb: Token) -> bool:
    return any(child.dep_ in SUBJECTS | PASSIVE_SUBJECTS for child in verb.children)


def subject(verb: Token, depth: int = 0) -> Token | None:
    """The subject of a verb, its own or the one it shares with the clause it hangs on."""
    if verb.pos_ == "ADJ" and verb.dep_ == "acomp":
        return subject(verb.head, depth + 1)
    own = [child for child in verb.children if child.dep_ in SUBJECTS | PASSIVE_SUBJECTS]
    if own:
        return antecedent(own[-1])
    if depth > 4 or verb.dep_ == "ROOT":
        return None
    head = verb.head
    if verb.dep_ in {"acl", "relcl"} and head.pos_ in {"NOUN", "PROPN", "PRON"}:
        return head if verb.tag_ != "VBN" or verb.dep_ == "acl" else None
    if verb.dep_ == "xcomp" and (controller := object_of(head)) is not None:
        return controller
    if verb.dep_ in SHARED and (head.pos_ in {"VERB", "AUX"} or has_subject(head)):
        return subject(head, depth + 1)
    if verb.dep_ == "pcomp" and head.head.pos_ in {"VERB", "AUX"}:
        return subject(head.head, depth + 1)
    return None


def object_of(verb: Token) -> Token | None:
    return next((child for child in verb.children if child.dep_ in OBJECTS), None)


def antecedent(token: Token) -> Token:
    """The noun that a relative pronoun stands for."""
    if token.lower_ in RELATIVE and token.head.dep_ == "relcl":
        before = token.doc[token.i - 1]
        return before if before.pos_ == "PROPN" and before.dep_ == "pobj" else token.head.head
    return token


def prepositions(token: Token, roles: Roles) -> None:
    for child in token.children:
        if child.dep_ in {"prep", "agent", "dative"} and child.pos_ in {
            "ADP",
            "SCONJ",
            "ADV",
            "VERB",
        }:
            roles.setdefault(place_word(child), []).extend(objects(child))
            if any(inner.dep_ == "pobj" for inner in child.children):
                prepositions(child, roles)
        elif child.dep_ == "advmod" and child.lower_ in DIRECTIONS:
            for inner in child.children:
                if inner.lower_ == "of":
                    roles.setdefault("near", []).extend(objects(inner))
        elif child.dep_ == "dative":
            roles.setdefault("dative", []).extend(conjuncts(child))


def place_word(preposition: Token) -> str:
    """The preposition; "near" for the "from" of "12 km from Sirte"."""
    return "near" if is_distant(preposition) else str(preposition.lower_)


def is_distant(preposition: Token) -> bool:
    """As in "12 km from Sirte", "two miles off Kuta"."""
    if preposition.lower_ not in {"from", "of", "off"} or preposition.i == 0:
        return False
    measures = [child for child in preposition.lefts if child.dep_ == "npadvmod"]
    return any(lemma(token) in LENGTHS for token in (*measures, preposition.nbor(-1)))


def verb_roles(verb: Token) -> Roles:
    """Roles of a verb: agent, patient, clause, dative, and one for each preposition."""
    roles: Roles = {}
    prepositions(verb, roles)
    passive = is_passive(verb)
    doer = subject(verb)
    if passive:
        roles["agent"] = roles.pop("by", [])
        if doer is not None:
            roles["patient"] = list(conjuncts(doer))
    else:
        if doer is not None:
            roles["agent"] = list(conjuncts(doer))
        roles["patient"] = [
            token
            for child in verb.children
            if child.dep_ in OBJECTS or (child.dep_ == "npadvmod" and child.ent_type_ == "GPE")
            for token in conjuncts(antecedent(child))
        ]
        if not roles["patient"] and verb.dep_ == "relcl":
            roles["patient"] = relative_object(verb)
        if not roles["patient"] and verb.dep_ == "conj":
            roles["patient"] = shared_object(verb)
    roles["clause"] = [child for child in verb.children if child.dep_ in CLAUSES]
    return roles


def relative_object(verb: Token) -> list[Token]:
    """The head noun of an object relative clause: "the town that the rebels took"."""
    own = subject(verb)
    return [verb.head] if own is not None and own.i != verb.head.i else []


def shared_object(verb: Token) -> list[Token]:
    return []


def noun_roles(noun: Token) -> Roles:
    """Roles of a noun that tells an act, with those of the light verb it hangs on."""
    roles: Roles = {"poss": [], "compound": [], "amod": []}
    for child in noun.lefts:
        if child.dep_ == "poss":
            roles["poss"] += conjuncts(child)
        elif child.dep_ in {"compound", "nmod", "amod"} and child.tag_ not in {"VBN", "VBG"}:
            roles["amod" if child.ent_type_ == "NORP" else "compound"] += conjuncts(child)
    prepositions(noun, roles)
    for child in noun.rights:
        if child.dep_ == "acl" and is_passive(child):
            prepositions(child, roles)
    host = governor(noun)
    if host is not None:
        borrow(host, noun, roles)
    return roles


def governor(noun: Token) -> Token | None:
    """The verb that the noun is an object or passive subject of."""
    top = noun
    while top.dep_ == "conj" and top.head.pos_ in {"NOUN", "PROPN"}:
        top = top.head
    if top.dep_ in {"dobj", "nsubjpass", "attr", "nsubj"} and top.head.pos_ in {"VERB", "AUX"}:
        return top.head
    return None


def borrow(host: Token, noun: Token, roles: Roles) -> None:
    own = dict(roles)
    borrowed: Roles = {}
    prepositions(host, borrowed)
    for name, tokens in borrowed.items():
        if not own.get(name) and name != "by":
            roles[name] = tokens
    if noun.dep_ in {"dobj", "conj", "attr"} and not is_passive(host):
        doer = subject(host)
        roles["host_agent"] = list(conjuncts(doer)) if doer is not None else []
    elif noun.dep_ in {"nsubjpass", "nsubj"}:
        roles.setdefault("by", []).extend(borrowed.get("by", []))


def children_words(token: Token, labels: Iterable[str]) -> set[str]:
    wanted = set(labels)
    return {child.lower_ for child in token.children if child.dep_ in wanted}
