namespace SoraFunctions.Provenance.Verification;

/// <summary>What an entry of a report means for the verdict.</summary>
public enum EntryKind
{
    /// <summary>A check that passed.</summary>
    Success,

    /// <summary>Worth knowing; does not change the verdict.</summary>
    Informational,

    /// <summary>A check that failed.</summary>
    Failure,
}
