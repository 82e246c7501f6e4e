using System.Text;

namespace SoraFunctions.Models.Tokenisers;

/// <summary>Normalises text as a SentencePiece model wants it: its own table of replacements, then spaces.</summary>
internal sealed class SentencePieceNormaliser(SentencePieceModel model)
{
    private readonly CharacterMap? _map = model.CharacterMap.Length > 0 ? new(model.CharacterMap) : null;

    // The longest first, so that the first that fits is the one to take.
    private readonly byte[][] _userDefined =
        [.. model.Pieces.Where(piece => piece.Kind == PieceKind.UserDefined).Select(piece => Encoding.UTF8.GetBytes(piece.Text)).OrderByDescending(text => text.Length)];

    private string Space => model.EscapeWhitespaces ? "\u2581" : " ";

    /// <summary>The text in the alphabet of the pieces.</summary>
    public string Normalise(string text)
    {
        ReadOnlySpan<byte> rest = Encoding.UTF8.GetBytes(text);
        while (model.RemoveExtraWhitespaces && !rest.IsEmpty && Prefix(rest, out var first) is var length && first is " ")
            rest = rest[length..];
        if (rest.IsEmpty)
            return "";

        var result = new StringBuilder();
        if (model.AddDummyPrefix)
            result.Append(Space);
        var afterSpace = model.RemoveExtraWhitespaces;
        while (!rest.IsEmpty)
        {
            rest = rest[Prefix(rest, out var normal)..];
            if (afterSpace)
                normal = normal.TrimStart(' ');
            if (normal.Length > 0)
            {
                result.Append(model.EscapeWhitespaces ? normal.Replace(" ", Space) : normal);
                afterSpace = model.RemoveExtraWhitespaces && normal.EndsWith(' ');
            }
        }
        while (model.RemoveExtraWhitespaces && result.Length > 0 && result[^1] == Space[0])
            result.Length--;
        return result.ToString();
    }

    // Normalises the shortest part at the start that can be taken alone, and tells how long it was.
    private int Prefix(ReadOnlySpan<byte> text, out string normal)
    {
        foreach (var symbol in _userDefined)
            if (text.StartsWith(symbol))
            {
                normal = Encoding.UTF8.GetString(symbol);
                return symbol.Length;
            }
        if (_map?.Match(text, true, out var replacement) is > 0 and var length)
        {
            normal = Encoding.UTF8.GetString(replacement);
            return length;
        }
        Rune.DecodeFromUtf8(text, out var rune, out length);
        normal = rune.ToString();
        return length;
    }
}
