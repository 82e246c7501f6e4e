using System.Buffers.Binary;
using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;

namespace SoraFunctions.Models.Tokenisers;

/// <summary>
/// The normalisation that a SentencePiece model carries ("precompiled charsmap"): a double-array trie of UTF-8 sequences (Darts-clone's
/// layout) whose values point at their replacements.
/// </summary>
internal sealed class CharacterMap
{
    private readonly uint[] _units;
    private readonly byte[] _replacements;

    /// <param name="blob">The length of the trie in bytes (32 bits, little-endian), the trie, then texts that end with 0.</param>
    /// <exception cref="InvalidDataException">The blob is not of that form.</exception>
    public CharacterMap(ReadOnlySpan<byte> blob)
    {
        if (blob.Length < 4 || BinaryPrimitives.ReadUInt32LittleEndian(blob) is var length && (length > blob.Length - 4 || length % 4 != 0))
            throw new InvalidDataException("the table of normalisation is damaged");
        var bytes = (int)BinaryPrimitives.ReadUInt32LittleEndian(blob);
        _units = MemoryMarshal.Cast<byte, uint>(blob.Slice(4, bytes)).ToArray();
        _replacements = blob[(4 + bytes)..].ToArray();
    }

    /// <summary>Finds a sequence that the text begins with.</summary>
    /// <param name="text">UTF-8.</param>
    /// <param name="longest">Whether the longest one is wanted; else the shortest.</param>
    /// <param name="replacement">What takes its place, in UTF-8.</param>
    /// <returns>The length of the sequence in bytes; 0 where there is none.</returns>
    public int Match(ReadOnlySpan<byte> text, bool longest, out ReadOnlySpan<byte> replacement)
    {
        replacement = default;
        var found = 0;
        var value = 0u;
        var node = Offset(Unit(0));
        for (var i = 0; i < text.Length && (longest || found == 0); i++)
        {
            node ^= text[i];
            var unit = Unit(node);
            if ((unit & 0x800000FF) != text[i])
                break;
            node ^= Offset(unit);
            if ((unit >> 8 & 1) != 0)
                (found, value) = (i + 1, Unit(node) & 0x7FFFFFFF);
        }
        if (found == 0)
            return 0;
        var rest = value < _replacements.Length ? _replacements.AsSpan((int)value) : throw Damaged();
        replacement = rest[..(rest.IndexOf((byte)0) is >= 0 and var end ? end : rest.Length)];
        return found;
    }

    /// <summary>
    /// Normalises as the tokenizers library does, which differs from SentencePiece at the rims: clusters of fewer than six bytes are replaced
    /// whole by the shortest match at their start, all others character by character.
    /// </summary>
    public string NormaliseClusters(string text)
    {
        var result = new StringBuilder(text.Length);
        var clusters = StringInfo.GetTextElementEnumerator(text);
        while (clusters.MoveNext())
        {
            var cluster = clusters.GetTextElement();
            if (Encoding.UTF8.GetByteCount(cluster) < 6 && Replace(cluster) is { } whole)
                result.Append(whole);
            else
                foreach (var rune in cluster.EnumerateRunes())
                    result.Append(Replace(rune.ToString()) ?? rune.ToString());
        }
        return result.ToString();
    }

    private string? Replace(string text) =>
        Match(Encoding.UTF8.GetBytes(text), false, out var replacement) > 0 ? Encoding.UTF8.GetString(replacement) : null;

    private uint Unit(uint node) => node < _units.Length ? _units[node] : throw Damaged();

    private static uint Offset(uint unit) => unit >> 10 << (int)((unit & 1 << 9) >> 6);

    private static InvalidDataException Damaged() => new("the table of normalisation is damaged");
}
