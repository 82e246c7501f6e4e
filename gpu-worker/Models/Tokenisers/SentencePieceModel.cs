using System.Text;

namespace SoraFunctions.Models.Tokenisers;

/// <summary>A SentencePiece model file (sentencepiece_model.proto), as far as encoding needs it.</summary>
public sealed record SentencePieceModel
{
    /// <summary>The vocabulary in the order of its ids.</summary>
    public required IReadOnlyList<Piece> Pieces { get; init; }

    /// <summary>The table of normalisation; empty for none.</summary>
    public byte[] CharacterMap { get; init; } = [];

    /// <summary>Whether a space is put before the text.</summary>
    public bool AddDummyPrefix { get; init; } = true;

    /// <summary>Whether runs of spaces become one and those at the rims go.</summary>
    public bool RemoveExtraWhitespaces { get; init; } = true;

    /// <summary>Whether U+2581 stands for a space.</summary>
    public bool EscapeWhitespaces { get; init; } = true;

    /// <summary>Whether unknown characters are spelt in bytes.</summary>
    public bool ByteFallback { get; init; }

    /// <summary>Reads a .model file.</summary>
    /// <exception cref="InvalidDataException">It is no SentencePiece model.</exception>
    /// <exception cref="NotSupportedException">It is not of the Unigram kind, or puts spaces after words.</exception>
    public static SentencePieceModel Read(ReadOnlySpan<byte> file)
    {
        var pieces = new List<Piece>();
        var model = new SentencePieceModel { Pieces = pieces };
        var reader = new ProtobufReader(file);
        while (reader.Read())
            if (reader.Field == 1)
                pieces.Add(ReadPiece(reader.Content));
            else if (reader.Field == 2)
                model = ReadTrainer(reader.Content, model);
            else if (reader.Field == 3)
                model = ReadNormaliser(reader.Content, model);
        if (pieces.Any(piece => piece.Text.Length == 0))
            throw new InvalidDataException("the SentencePiece model has a piece without a text");
        return pieces.Any(piece => piece.Kind == PieceKind.Unknown) ? model
            : throw new InvalidDataException("the file is no SentencePiece model: it has no unknown piece");
    }

    private static Piece ReadPiece(ReadOnlySpan<byte> message)
    {
        var piece = new Piece("", 0);
        var reader = new ProtobufReader(message);
        while (reader.Read())
            piece = reader.Field switch
            {
                1 => piece with { Text = Encoding.UTF8.GetString(reader.Content) },
                2 => piece with { Score = reader.Float },
                3 => piece with { Kind = (PieceKind)reader.Number },
                _ => piece,
            };
        return piece;
    }

    private static SentencePieceModel ReadTrainer(ReadOnlySpan<byte> message, SentencePieceModel model)
    {
        const int unigram = 1;
        var reader = new ProtobufReader(message);
        while (reader.Read())
        {
            if (reader.Field == 3 && reader.Number != unigram)
                throw new NotSupportedException($"the SentencePiece model is of kind {reader.Number}; Unigram (1) is known");
            if (reader.Field == 24 && reader.Number != 0)
                throw new NotSupportedException("the SentencePiece model puts spaces after words (treat_whitespace_as_suffix), which is not known");
            if (reader.Field == 35)
                model = model with { ByteFallback = reader.Number != 0 };
        }
        return model;
    }

    private static SentencePieceModel ReadNormaliser(ReadOnlySpan<byte> message, SentencePieceModel model)
    {
        var reader = new ProtobufReader(message);
        while (reader.Read())
            model = reader.Field switch
            {
                2 => model with { CharacterMap = reader.Content.ToArray() },
                3 => model with { AddDummyPrefix = reader.Number != 0 },
                4 => model with { RemoveExtraWhitespaces = reader.Number != 0 },
                5 => model with { EscapeWhitespaces = reader.Number != 0 },
                _ => model,
            };
        return model;
    }
}
