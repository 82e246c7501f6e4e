using System.Runtime.InteropServices;

namespace SoraFunctions.Models.Tokenisers;

/// <summary>
/// Finds the most probable way to cut a text into pieces (Kudo 2018), by dynamic programming over the ends of pieces.
/// </summary>
internal sealed class UnigramVocabulary
{
    private const double UnknownPenalty = 10;

    private readonly Dictionary<string, int> _ids = new(StringComparer.Ordinal);
    private readonly double[] _scores;
    private readonly int[] _bytes = [.. Enumerable.Repeat(-1, 256)];
    private readonly int _unknown;
    private readonly int _longest;
    private readonly double _unknownScore;
    private readonly bool _singlePrecision;
    private readonly bool _byteFallback;

    /// <param name="pieces">The vocabulary in the order of its ids.</param>
    /// <param name="unknown">The id for text that no piece covers.</param>
    /// <param name="byteFallback">Whether such text is spelt in bytes instead.</param>
    /// <param name="singlePrecision">Whether sums are kept in 32 bits, as SentencePiece keeps them; the tokenizers library has 64.</param>
    public UnigramVocabulary(IReadOnlyList<Piece> pieces, int unknown, bool byteFallback, bool singlePrecision)
    {
        (_unknown, _byteFallback, _singlePrecision) = (unknown, byteFallback, singlePrecision);
        var normal = pieces.Where(piece => piece.Kind == PieceKind.Normal).Select(piece => piece.Score).DefaultIfEmpty();
        var (least, most) = (normal.Min(), Math.Max(float.Epsilon, normal.Max()));
        _unknownScore = singlePrecision ? (float)(least - UnknownPenalty) : least - UnknownPenalty;
        _scores = new double[pieces.Count];
        for (var id = 0; id < pieces.Count; id++)
        {
            var piece = pieces[id];
            if (piece.Text is ['<', '0', 'x', _, _, '>'] && byte.TryParse(piece.Text.AsSpan(3, 2), System.Globalization.NumberStyles.HexNumber, null, out var value))
                _bytes[value] = id;
            if (piece.Kind is not (PieceKind.Normal or PieceKind.UserDefined))
                continue;
            // What the user defined is always preferred: SentencePiece gives it the best score for each of its bytes.
            _scores[id] = piece.Kind == PieceKind.UserDefined ? System.Text.Encoding.UTF8.GetByteCount(piece.Text) * most - 0.1 : piece.Score;
            _ids.TryAdd(piece.Text, id);
            _longest = Math.Max(_longest, piece.Text.Length);
        }
    }

    /// <summary>The ids of a normalised text; a run of unknown characters is one unknown id, or the bytes of each.</summary>
    public void Encode(string text, List<int> ids)
    {
        var wasUnknown = false;
        foreach (var (start, end, id) in Cut(text))
        {
            if (id != _unknown)
                ids.Add(id);
            else if (_byteFallback && BytesOf(text.AsSpan(start, end - start)) is { } spelt)
                ids.AddRange(spelt);
            else if (!wasUnknown)
                ids.Add(_unknown);
            wasUnknown = id == _unknown;
        }
    }

    private Stack<(int Start, int End, int Id)> Cut(string text)
    {
        var best = new (double Score, int Start, int Id)[text.Length + 1];
        best.AsSpan(1).Fill((0, -1, 0));
        var lookup = _ids.GetAlternateLookup<ReadOnlySpan<char>>();
        for (var start = 0; start < text.Length;)
        {
            var single = char.IsSurrogatePair(text, start) ? 2 : 1;
            var known = false;
            for (var length = 1; length <= Math.Min(_longest, text.Length - start); length++)
            {
                if (!lookup.TryGetValue(text.AsSpan(start, length), out var id))
                    continue;
                Offer(start + length, best[start].Score + _scores[id], start, id);
                known |= length == single;
            }
            if (!known)
                Offer(start + single, best[start].Score + _unknownScore, start, _unknown);
            start += single;
        }

        var pieces = new Stack<(int, int, int)>();
        for (var end = text.Length; end > 0; end = best[end].Start)
            pieces.Push((best[end].Start, end, best[end].Id));
        return pieces;

        void Offer(int end, double score, int start, int id)
        {
            if (best[end].Start < 0 || score > best[end].Score)
                best[end] = (_singlePrecision ? (float)score : score, start, id);
        }
    }

    private List<int>? BytesOf(ReadOnlySpan<char> text)
    {
        var ids = new List<int>();
        foreach (var value in System.Text.Encoding.UTF8.GetBytes(text.ToArray()))
            ids.Add(_bytes[value]);
        return ids.Contains(-1) ? null : ids;
    }
}
