namespace SoraFunctions.Provenance.Labels;

/// <summary>How sure it is that content is AI-generated (GB 45438-2025, annex E).</summary>
public enum AigcMark
{
    /// <summary>It is.</summary>
    Generated = 1,

    /// <summary>It may be.</summary>
    Possible = 2,

    /// <summary>It is suspected to be.</summary>
    Suspected = 3,
}
