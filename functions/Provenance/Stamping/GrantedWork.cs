namespace SoraFunctions.Provenance.Stamping;

/// <summary>
/// A character, work or mark of somebody that is shown by a grant of his, in the assertion <see cref="Label"/>. It is signed and public for ever, so
/// it names who owns it and the grant, and not to whom that was given.
/// </summary>
/// <param name="Work">What is shown.</param>
/// <param name="Holder">Who owns it.</param>
/// <param name="Grant">The grant; null where the holder made the file himself.</param>
public sealed record GrantedWork(string Work, string Holder, string? Grant)
{
    /// <summary>Label of the assertion.</summary>
    public const string Label = "com.sorafunctions.rights";
}
