using SoraFunctions.Provenance.Cbor;

namespace SoraFunctions.Provenance.Bmff;

/// <summary>What a hard binding leaves out of its hash (C2PA 2.2 section 18.6.2.1).</summary>
/// <param name="Text">The path as written.</param>
/// <param name="Path">Box types from the top level down, each with its 1-based position or null for every one.</param>
/// <param name="Size">Only boxes of this size, or null.</param>
/// <param name="Data">Bytes the box must have, by offset from its start.</param>
/// <param name="Subset">Parts that are left out, by offset from the box's start; length 0 is to its end. Empty: the
/// whole box.</param>
/// <param name="Version">Only boxes of this version, or null.</param>
/// <param name="Flags">Only boxes with these three bytes of flags, or null.</param>
/// <param name="ExactFlags">Whether the flags must be equal, or only be among those set.</param>
internal sealed record Exclusion(
    string Text,
    IReadOnlyList<(string Type, int? Position)> Path,
    long? Size,
    IReadOnlyList<(long Offset, ReadOnlyMemory<byte> Value)> Data,
    IReadOnlyList<(long Offset, long Length)> Subset,
    byte? Version,
    ReadOnlyMemory<byte>? Flags,
    bool ExactFlags)
{
    private const int DeepestPath = 12;

    /// <summary>Whether it is one of the three that every manifest has.</summary>
    public bool IsMandatory => Subset.Count == 0 && (Text is "/ftyp" or "/mfra"
        || Text == "/uuid" && Data is [(8, var value)] && value.Span.SequenceEqual(C2paBox.UserType));

    /// <exception cref="InvalidDataException">The exclusion breaks its form.</exception>
    public static Exclusion From(CborMap map)
    {
        var xpath = map.Text("xpath") ?? throw new InvalidDataException("An exclusion has no xpath.");
        return new Exclusion(
            xpath,
            ParsePath(xpath),
            map.Integer("length"),
            [.. map.Maps("data").Select(one => (
                one.Integer("offset") ?? throw new InvalidDataException("An exclusion's data has no offset."),
                one.Bytes("value") ?? throw new InvalidDataException("An exclusion's data has no value.")))],
            ParseSubset(map),
            map.Integer("version") is { } version ? (byte)version : null,
            map.Bytes("flags"),
            map["exact"] is not CborBoolean { Value: false });
    }

    private static List<(string Type, int? Position)> ParsePath(string xpath)
    {
        var parts = xpath.Split('/');
        if (parts.Length is < 2 or > DeepestPath + 1 || parts[0].Length > 0)
            throw new InvalidDataException(
                $"The exclusion path '{xpath}' is not an absolute path of at most {DeepestPath} boxes.");
        return [.. parts.Skip(1).Select(part => ParseStep(part, xpath))];
    }

    private static (string Type, int? Position) ParseStep(string part, string xpath)
    {
        if (part.Length == 4)
            return (part, null);
        if (part.Length > 6 && part[4] == '[' && part[^1] == ']' && int.TryParse(part[5..^1], out var position) && position > 0)
            return (part[..4], position);
        throw new InvalidDataException($"The exclusion path '{xpath}' has the unreadable step '{part}'.");
    }

    private static List<(long Offset, long Length)> ParseSubset(CborMap map)
    {
        var subset = new List<(long Offset, long Length)>();
        long end = 0;
        foreach (var one in map.Maps("subset"))
        {
            if (one.Integer("offset") is not { } offset || one.Integer("length") is not { } length || offset < end || length < 0
                || subset is [.., (_, 0)] || length > long.MaxValue - offset)
                throw new InvalidDataException("An exclusion's subset is unreadable, out of order or overlapping.");
            subset.Add((offset, length));
            end = offset + length;
        }
        return subset;
    }
}
