namespace SoraFunctions.Provenance.Verification;

/// <summary>Collects the entries of one manifest while it is checked.</summary>
internal sealed class Findings
{
    private readonly List<VerificationEntry> entries = [];

    public IReadOnlyList<VerificationEntry> Entries => entries;

    public void Add(Findings others) => entries.AddRange(others.entries);

    public void Success(string code, string? url, string explanation) =>
        entries.Add(new(EntryKind.Success, code, url, explanation));

    public void Note(string code, string? url, string explanation) =>
        entries.Add(new(EntryKind.Informational, code, url, explanation));

    public void Failure(string code, string? url, string explanation) =>
        entries.Add(new(EntryKind.Failure, code, url, explanation));
}
