namespace SoraFunctions.Service.Preparations;

/// <summary>The files of a model package by its list, as <c>sha256sum</c> writes it.</summary>
/// <param name="Text">The list itself.</param>
/// <param name="Files">Path within the package and SHA-256 of each file.</param>
internal sealed record PackageList(string Text, IReadOnlyList<(string Path, string Sha256)> Files)
{
    /// <summary>Reads a list. Fails with <see cref="InvalidDataException"/> when a line is no checksum, or leads out of the package.</summary>
    /// <param name="text">64 hex digits, a space, a space or <c>*</c>, and a path on each line.</param>
    public static PackageList Read(string text) => new(
        text, [.. text.Split('\n').Select(line => line.TrimEnd('\r')).Where(line => line.Length > 0).Select(One)]);

    private static (string Path, string Sha256) One(string line)
    {
        if (line.Length < 67 || line[64] != ' ' || !line[..64].All(char.IsAsciiHexDigitLower))
        {
            throw new InvalidDataException($"'{line}' is no checksum: 64 lower-case hex digits, two spaces and a path are");
        }

        var parts = line[66..].Split('/').SkipWhile(part => part == ".").ToArray();
        return parts.Length > 0 && parts.All(part => part is not ("" or "." or "..") && !part.Contains('\\') && !part.Contains(':'))
            ? (string.Join('/', parts), line[..64])
            : throw new InvalidDataException($"'{line[66..]}' is no path within the package");
    }
}
