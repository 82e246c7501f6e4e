using System.Formats.Cbor;

namespace SoraFunctions.Provenance.Cbor;

/// <summary>
/// Reads CBOR that may be hostile: depth and number of items are limited, duplicate keys are refused.
/// </summary>
internal static class CborDecoder
{
    /// <summary>Deepest nesting read; real manifests stay below ten.</summary>
    public const int MaxDepth = 48;

    /// <param name="bytes">One CBOR item.</param>
    /// <param name="budget">How many items may still be read; a fresh one when null.</param>
    /// <exception cref="InvalidDataException">The bytes are not one well-formed CBOR item within the
    /// limits.</exception>
    public static CborItem Decode(ReadOnlyMemory<byte> bytes, CborBudget? budget = null)
    {
        var item = Begin(bytes, budget, out var rest);
        return rest.IsEmpty ? item : throw new InvalidDataException("CBOR: bytes follow the item.");
    }

    /// <param name="bytes">One CBOR map with any number of zeros behind it.</param>
    /// <exception cref="InvalidDataException">Not CBOR, not a map, or something else behind it.</exception>
    public static CborMap DecodePaddedMap(ReadOnlyMemory<byte> bytes)
    {
        var item = Begin(bytes, null, out var rest);
        return rest.Span.ContainsAnyExcept((byte)0)
            ? throw new InvalidDataException("CBOR: bytes follow the item.")
            : item as CborMap ?? throw new InvalidDataException("CBOR: a map was expected.");
    }

    private static CborItem Begin(ReadOnlyMemory<byte> bytes, CborBudget? budget, out ReadOnlyMemory<byte> rest)
    {
        try
        {
            var reader = new CborReader(bytes, CborConformanceMode.Strict, allowMultipleRootLevelValues: true);
            var item = Read(reader, MaxDepth, budget ?? new CborBudget());
            rest = bytes[^reader.BytesRemaining..];
            return item;
        }
        catch (Exception error)
            when (error is CborContentException or InvalidOperationException or FormatException or OverflowException)
        {
            throw new InvalidDataException($"CBOR: {error.Message}", error);
        }
    }

    /// <param name="bytes">One CBOR map.</param>
    /// <param name="budget">How many items may still be read; a fresh one when null.</param>
    /// <exception cref="InvalidDataException">Not CBOR, or not a map.</exception>
    public static CborMap DecodeMap(ReadOnlyMemory<byte> bytes, CborBudget? budget = null) =>
        Decode(bytes, budget) as CborMap ?? throw new InvalidDataException("CBOR: a map was expected.");

    private static CborItem Read(CborReader reader, int depth, CborBudget budget)
    {
        if (depth == 0)
            throw new InvalidDataException($"CBOR: nested deeper than {MaxDepth}.");
        budget.Spend();
        return reader.PeekState() switch
        {
            CborReaderState.UnsignedInteger => new CborInteger(reader.ReadUInt64()),
            CborReaderState.NegativeInteger => new CborInteger(-1 - (Int128)reader.ReadCborNegativeIntegerRepresentation()),
            CborReaderState.ByteString or CborReaderState.StartIndefiniteLengthByteString => reader.ReadByteString(),
            CborReaderState.TextString or CborReaderState.StartIndefiniteLengthTextString => reader.ReadTextString(),
            CborReaderState.StartArray => ReadArray(reader, depth, budget),
            CborReaderState.StartMap => ReadMap(reader, depth, budget),
            CborReaderState.Tag => new CborTagged((ulong)reader.ReadTag(), Read(reader, depth - 1, budget)),
            CborReaderState.Boolean => reader.ReadBoolean(),
            CborReaderState.Null => ReadNull(reader),
            CborReaderState.SimpleValue => new CborSimple((byte)reader.ReadSimpleValue()),
            CborReaderState.HalfPrecisionFloat or CborReaderState.SinglePrecisionFloat or CborReaderState.DoublePrecisionFloat =>
                new CborFloat(reader.ReadDouble()),
            var state => throw new InvalidDataException($"CBOR: unexpected {state}."),
        };
    }

    private static CborNull ReadNull(CborReader reader)
    {
        reader.ReadNull();
        return new CborNull();
    }

    private static CborArray ReadArray(CborReader reader, int depth, CborBudget budget)
    {
        var items = new List<CborItem>();
        reader.ReadStartArray();
        while (reader.PeekState() != CborReaderState.EndArray)
            items.Add(Read(reader, depth - 1, budget));
        reader.ReadEndArray();
        return new CborArray((IReadOnlyList<CborItem>)items);
    }

    private static CborMap ReadMap(CborReader reader, int depth, CborBudget budget)
    {
        var entries = new List<KeyValuePair<CborItem, CborItem>>();
        reader.ReadStartMap();
        while (reader.PeekState() != CborReaderState.EndMap)
        {
            var key = Read(reader, depth - 1, budget);
            entries.Add(KeyValuePair.Create(key, Read(reader, depth - 1, budget)));
        }
        reader.ReadEndMap();
        return new CborMap(entries);
    }
}
