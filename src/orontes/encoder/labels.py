"""What the heads of the reader can say, in the order of their outputs."""

from orontes.vocabulary.load import kinds

ROLES = ("PerpInd", "PerpOrg", "Target", "Victim", "Weapon")
SLOTS = (
    "place",
    "site",
    "actor",
    "target",
    "from",
    "to",
    "route",
    "said_by",
    "weapon",
    "count",
)
ENTITIES = (
    "Organisation",
    "Location",
    "Person",
    "Quantity",
    "Temporal",
    "Weapon",
    "MilitaryPlatform",
    "DocumentReference",
    "Nationality",
    "Money",
    "Vehicle",
    "CommsIdentifier",
)
TAGS = {"role": ROLES, "slot": SLOTS, "entity": ENTITIES, "toponym": ("toponym",)}
"""Heads that bound words; each column is tagged O, B, I by itself."""

INCIDENTS = ("ATTACK", "BOMBING", "KIDNAPPING", "ARSON", "ROBBERY", "FORCED WORK STOPPAGE")
STANCES = ("asserted", "attributed", "denied", "possible", "planned", "hypothetical", "past")
ROOTS = tuple(
    "ACCUSE AGREE AID ASSAULT COERCE CONSULT COOPERATE MOBILIZE PROTEST REJECT REQUEST SANCTION"
    " SUPPORT THREATEN YIELD".split()
)
RELATIONS = tuple(
    "none CoLocated FightingAgainst HasAttrOf BelongsTo CommWith InChargeOf IsSynonymOf AlliesOf"
    " Likes Dislikes Apart".split()
)
TYPES = tuple(
    "ABDUCT_DISSAP AGREEMENT AIR_STRIKE ARMED_CLASH ARREST ART_MISS_ATTACK ATTACK ATTRIB"
    " CHANGE_TO_GROUP_ACT CHEM_WEAP DIPLO DISR_WEAP FORCE_AGAINST_PROTEST GOV_REGAINS_TERIT GRENADE"
    " HQ_ESTABLISHED MAN_MADE_DISASTER MOB_VIOL NATURAL_DISASTER NON_STATE_ACTOR_OVERTAKES_TER"
    " NON_VIOL_TERRIT_TRANSFER ORG_CRIME OTHER PEACE_PROTEST PROPERTY_DISTRUCT PROTEST_WITH_INTER"
    " REM_EXPLOS SEX_VIOL SUIC_BOMB VIOL_DEMONSTR".split()
)
CLASSES = {"stance": STANCES, "root": ROOTS, "relation": RELATIONS, "type": TYPES}
"""Heads that pick one class: of the verb in marks, of the pair in marks, of the whole text."""

KINDS = tuple(kinds())
