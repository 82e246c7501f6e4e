namespace SoraFunctions.Provenance.Stamping;

/// <summary>Whether a use of the video as data is permitted.</summary>
public enum DataUse
{
    /// <summary>Permitted.</summary>
    Allowed,

    /// <summary>Forbidden.</summary>
    NotAllowed,

    /// <summary>Permitted under the conditions that the policy states.</summary>
    Constrained,
}
