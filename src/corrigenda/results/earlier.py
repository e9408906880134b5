"""A finding of an earlier state, with which a run is compared."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class EarlierFinding:
    """Hold a finding of an earlier state."""

    fingerprint: str
    evidence_digest: str
    rule: str
    verdict: str
    message: str
