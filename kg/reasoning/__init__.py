"""Reasoning: the axioms of a day, a case, and what follows of it, exactly and with proofs.

    hermit/            the reference reasoner, and its agreement with this engine
    inquiry.py         all that can be asked of one case: start here
    contradictions.py  facts that clash    unknowns/  missing, flips    proofs/  why
    worlds/            what can be: constraints, models, entailment of any ontology
    engine/            what follows: conclusions, outcomes, readings
    facts/             what the case says: individuals, facts and their conditions
    axioms/            what the ontology says: expressions, theory, compiler
    functions.py       Boolean functions of what is unknown, which all the rest speaks

Each line imports only what stands below it.
"""
