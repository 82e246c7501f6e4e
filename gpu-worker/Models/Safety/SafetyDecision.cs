namespace SoraFunctions.Models.Safety;

/// <summary>What is to become of a picture, from best to worst.</summary>
public enum SafetyDecision
{
    /// <summary>It may be shown.</summary>
    Allowed,

    /// <summary>Nobody looked: the model is not there.</summary>
    Unchecked,

    /// <summary>A person should look at it first.</summary>
    Review,

    /// <summary>It may not be shown.</summary>
    Refused,
}
