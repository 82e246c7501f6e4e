namespace SoraFunctions.Pipeline.Orchestration;

/// <summary>One orchestration of the catalog.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Input">The type of its input.</param>
/// <param name="Output">The type of its output.</param>
/// <param name="Codes">Its code, newest first: what began under an older one ends under it.</param>
public sealed record OrchestrationEntry(string Name, Type Input, Type Output, IReadOnlyList<OrchestrationCode> Codes)
{
    /// <summary>The code that an instance runs: the newest that was there when it began; null when that is not kept any longer.</summary>
    /// <param name="version">Version of the catalog under which the instance began, 1 or more.</param>
    public OrchestrationCode? CodeOf(int version) => Codes.FirstOrDefault(code => code.Since <= version);
}
