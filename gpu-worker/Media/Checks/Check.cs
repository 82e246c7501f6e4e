namespace SoraFunctions.Media.Checks;

/// <summary>One thing that was looked at in a finished file.</summary>
/// <param name="Name">What, in kebab case.</param>
/// <param name="Passed">Whether it is as it should be.</param>
/// <param name="Severity">What follows when it is not.</param>
/// <param name="Found">What is there.</param>
/// <param name="Accepted">What should be there.</param>
internal sealed record Check(string Name, bool Passed, CheckSeverity Severity, string Found, string Accepted)
{
    /// <summary>The check in a sentence.</summary>
    public override string ToString() => $"{Name} is {Found}; it should be {Accepted}.";
}
