"""Grammatical functions in a dependency tree, French (Universal Dependencies) and English (CLEAR labels) alike.

What a verb's subject and object are, whatever the construction: passive, relative clause, participle, control,
coordination. All functions take and return tokens.
"""

from __future__ import annotations

from spacy.tokens import Token

from .syntax import complements, feature, is_possessive, is_relative, is_time, prepositional_object

SUBJECTS = {"nsubj", "nsubjpass", "nsubj:pass", "csubj", "nsubj:caus", "expl:subj"}
OBJECTS = {"dobj", "obj"}
_PASSIVE_MARKS = {"auxpass", "aux:pass", "nsubjpass", "nsubj:pass", "agent", "obl:agent"}
_REFLEXIVE = {"se", "s'", "s’"}
_CLAUSES_WITHOUT_SUBJECT = {"xcomp", "advcl", "pcomp", "ccomp", "dep"}
# Verbs whose object does what their complement says: "accused X of spying", « demande à X de retirer ».
_OBJECT_CONTROL = (
    "accuse suspect urge ask tell order force press invite call persuade convince allow encourage warn request "
    "demand require push lobby charge blame criticise criticize accuser soupçonner exhorter inviter sommer "
    "obliger contraindre appeler presser convaincre autoriser enjoindre demander reprocher ordonner permettre "
    "interdire blâmer inciter pousser"
)
OBJECT_CONTROL = frozenset(_OBJECT_CONTROL.split())


def is_passive(verb: Token) -> bool:
    """Whether the verb's surface subject undergoes what it says."""
    if any(child.lower_ in _REFLEXIVE for child in verb.children) and agent(verb) is None:
        return False  # « s'en est pris à »
    auxiliaries = [child for child in verb.children if child.dep_.startswith("aux")]
    if any(a.lemma_ == "avoir" for a in auxiliaries) and all(a.lower_ != "été" for a in auxiliaries):
        return False  # « n'a pas seulement critiqué », whatever the parser makes of its subject
    if any(child.dep_ in _PASSIVE_MARKS for child in verb.children):
        return True
    if any(child.dep_ in ("aux", "aux:tense", "cop") or child.dep_ in SUBJECTS for child in verb.children):
        return False
    return is_past_participle(verb) and verb.dep_ in ("acl", "amod", "advcl", "appos", "ROOT")


def is_past_participle(token: Token) -> bool:
    """Whether the token is a past participle, as far as the tagger says."""
    if token.tag_ == "VBN":
        return True
    return "Part" in feature(token, "VerbForm") and "Past" in (feature(token, "Tense") or ["Past"])


def surface_subject(verb: Token, depth: int = 0) -> Token | None:
    """The token that stands as the verb's subject, in its own clause or shared with the clause above."""
    own = next((child for child in verb.children if child.dep_ in SUBJECTS), None)
    if own is not None or depth > 4:
        return own
    head = verb.head
    if head == verb:
        return None
    if verb.dep_ in ("conj", "parataxis") and head.pos_ in ("VERB", "AUX"):
        return surface_subject(head, depth + 1)
    if verb.dep_ in ("acl", "amod") and head.pos_ in ("NOUN", "PROPN", "PRON"):
        return _subject_of_modifier(verb, depth)
    if verb.dep_ in _CLAUSES_WITHOUT_SUBJECT:
        return _controller(verb, depth)
    return None


def _subject_of_modifier(verb: Token, depth: int) -> Token | None:
    """« une loi soutenue par X»: the noun. "a plan to buy X": whoever has the plan."""
    infinitive = verb.tag_ == "VB" or "Inf" in feature(verb, "VerbForm")
    return noun_agent(verb.head, depth + 1) if infinitive else verb.head


def _controller(verb: Token, depth: int) -> Token | None:
    head = verb.head
    if head.pos_ == "ADP":  # English: accused X *of* spying
        head = head.head
    if head.pos_ in ("NOUN", "PROPN"):
        return noun_agent(head, depth + 1)
    if head.lemma_ in OBJECT_CONTROL and verb.dep_ != "advcl":
        if is_passive(head):
            return surface_subject(head, depth + 1)
        return direct_object(head) or indirect_object(head)
    return surface_subject(head, depth + 1)


def noun_agent(noun: Token, depth: int = 0) -> Token | None:
    """Who does what the noun says: its possessor, or the subject of the verb that it is the object of."""
    for child in noun.children:
        if child.dep_ == "poss" or is_possessive(child):
            return child
    return support_subject(noun, depth)


def support_subject(noun: Token, depth: int = 0) -> Token | None:
    """Who launches the attack: subject of the verb that governs the noun, agent if that verb is passive."""
    if depth > 4:
        return None
    head, dep = noun.head, noun.dep_
    if dep == "conj" and head.pos_ in ("NOUN", "PROPN"):
        return support_subject(head, depth + 1)
    if dep in OBJECTS or dep in ("attr", "xcomp"):
        return surface_subject(head, depth + 1) if not is_passive(head) else None
    if dep in ("nsubjpass", "nsubj:pass"):
        return agent(head)
    if dep in ("pobj", "obl", "obl:arg", "obl:mod"):
        verb = head.head if dep == "pobj" else head
        return surface_subject(verb, depth + 1) if verb.pos_ in ("VERB", "AUX") and not is_passive(verb) else None
    return None


def agent(verb: Token) -> Token | None:
    """The noun after "by" or « par » of a passive verb."""
    for child in verb.children:
        if child.dep_ == "obl:agent":
            return child
        if child.dep_ in ("agent", "prep") and child.lower_ == "by":
            return next(iter(prepositional_object(child)), None)
    return next(complements(verb, "par"), None) if verb.doc.lang_ == "fr" else None


def subject(verb: Token) -> Token | None:
    """Who does it: surface subject of the active verb, agent of the passive."""
    return agent(verb) if is_passive(verb) else surface_subject(verb)


def direct_object(verb: Token) -> Token | None:
    """Object of the active verb, in its clause or as the antecedent of its relative clause."""
    own = next((child for child in verb.children if child.dep_ in OBJECTS and not is_time(child)), None)
    if own is None and verb.dep_ in ("relcl", "acl:relcl"):
        antecedent, by = verb.head, surface_subject(verb)
        # "the company Musk bought": the antecedent is the object if somebody else is the subject.
        if by is not None and not is_relative(by):
            return antecedent
    if own is None and verb.dep_ == "conj" and verb.head.pos_ == "VERB" and verb.i < verb.head.i:
        return direct_object(verb.head)
    return own


def object_(verb: Token) -> Token | None:
    """Whom it is done to: object of the active verb, surface subject of the passive."""
    return surface_subject(verb) if is_passive(verb) else direct_object(verb)


def indirect_object(verb: Token) -> Token | None:
    """« lui », "handed *Nexalis* the contract", and the subject of « s'est vu infliger »."""
    for child in verb.children:
        if child.dep_ in ("iobj", "dative") and child.pos_ != "ADP":
            return child
    if verb.dep_ == "xcomp" and verb.head.lemma_ == "voir":
        return surface_subject(verb.head)
    return next(complements(verb, "à"), None) if verb.doc.lang_ == "fr" else None


def predicated(adjective: Token) -> Token | None:
    """What an adjective is said of: the noun it modifies, or the subject of "is"."""
    own = next((child for child in adjective.children if child.dep_ in SUBJECTS), None)
    if own is not None:
        return own
    if adjective.dep_ in ("acomp", "attr", "oprd", "xcomp", "advcl", "prep"):
        head = adjective.head
        return surface_subject(head) if head.pos_ in ("VERB", "AUX") else head
    if adjective.dep_ == "conj":
        return predicated(adjective.head)
    return adjective.head if adjective.head != adjective else None
