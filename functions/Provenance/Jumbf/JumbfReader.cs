using System.Buffers.Binary;
using System.Text;

namespace SoraFunctions.Provenance.Jumbf;

/// <summary>Reads a tree of JUMBF boxes that may be hostile: sizes, nesting and number of boxes are checked.</summary>
internal static class JumbfReader
{
    /// <summary>Deepest nesting of superboxes read; a C2PA store needs four.</summary>
    public const int MaxDepth = 16;

    /// <summary>Most boxes read from one store: a manifest has some thirty.</summary>
    public const int MaxBoxes = 20_000;

    private static readonly UTF8Encoding StrictUtf8 = new(false, throwOnInvalidBytes: true);

    /// <summary>Reads the superbox that <paramref name="bytes"/> begin with; what follows it is left unread.</summary>
    /// <exception cref="InvalidDataException">The bytes are not a well-formed superbox within the limits.</exception>
    public static SuperBox Read(ReadOnlyMemory<byte> bytes)
    {
        var budget = MaxBoxes;
        return Read(bytes, ref budget);
    }

    /// <summary>As <see cref="Read(ReadOnlyMemory{byte})"/>, for one of several trees that share a number of boxes.</summary>
    /// <exception cref="InvalidDataException">The bytes are not a well-formed superbox within the limits.</exception>
    public static SuperBox Read(ReadOnlyMemory<byte> bytes, ref int budget)
    {
        var box = Next(bytes, ref budget);
        return box.Type == "jumb"
            ? ReadSuperBox(box, MaxDepth, ref budget)
            : throw new InvalidDataException($"JUMBF: a jumb box was expected, found '{box.Type}'.");
    }

    private static SuperBox ReadSuperBox(RawBox box, int depth, ref int budget)
    {
        if (depth == 0)
            throw new InvalidDataException($"JUMBF: nested deeper than {MaxDepth}.");
        var rest = box.Payload;
        var description = rest.IsEmpty ? default : Next(rest, ref budget);
        if (description.Type != "jumd")
            throw new InvalidDataException("JUMBF: a superbox does not begin with its description.");
        var (uuid, label) = ReadDescription(description.Payload, ref budget);
        rest = rest[description.Raw.Length..];

        var children = new List<SuperBox>();
        var contents = new List<ContentBox>();
        while (!rest.IsEmpty)
        {
            var next = Next(rest, ref budget);
            rest = rest[next.Raw.Length..];
            if (next.Type == "jumb")
                children.Add(ReadSuperBox(next, depth - 1, ref budget));
            else
                contents.Add(new ContentBox(next.Type, next.Payload));
        }
        return new SuperBox(uuid, label, children, contents, box.Raw, box.Payload);
    }

    /// <summary>
    /// Reads type UUID, toggles, label and the optional id, signature and private box, leaving no byte unaccounted for.
    /// </summary>
    private static (ReadOnlyMemory<byte> Uuid, string Label) ReadDescription(ReadOnlyMemory<byte> payload, ref int budget)
    {
        const int Fixed = 17;
        const byte RequestableAndLabelled = 0x03, Id = 0x04, Signature = 0x08, Private = 0x10, Unknown = 0xE0;
        if (payload.Length < Fixed)
            throw new InvalidDataException("JUMBF: a description is cut short.");
        var toggles = payload.Span[16];
        if ((toggles & RequestableAndLabelled) != RequestableAndLabelled || (toggles & Unknown) != 0)
            throw new InvalidDataException(
                $"JUMBF: a description has the toggles 0x{toggles:X2}; C2PA boxes are requestable and labelled.");
        var end = payload.Span[Fixed..].IndexOf((byte)0);
        if (end < 0)
            throw new InvalidDataException("JUMBF: a label has no end.");
        var rest = payload[(Fixed + end + 1)..];
        var fields = ((toggles & Id) != 0 ? 4 : 0) + ((toggles & Signature) != 0 ? 32 : 0);
        if (rest.Length < fields)
            throw new InvalidDataException("JUMBF: a description is cut short.");
        rest = rest[fields..];
        if ((toggles & Private) != 0 && !rest.IsEmpty)
            rest = rest[Next(rest, ref budget).Raw.Length..];
        if (!rest.IsEmpty)
            throw new InvalidDataException("JUMBF: bytes follow a description's fields.");
        try
        {
            return (payload[..16], StrictUtf8.GetString(payload.Span.Slice(Fixed, end)));
        }
        catch (DecoderFallbackException error)
        {
            throw new InvalidDataException("JUMBF: a label is not UTF-8.", error);
        }
    }

    private readonly record struct RawBox(string Type, ReadOnlyMemory<byte> Raw, ReadOnlyMemory<byte> Payload);

    private static RawBox Next(ReadOnlyMemory<byte> bytes, ref int budget)
    {
        if (--budget < 0)
            throw new InvalidDataException($"JUMBF: more than {MaxBoxes} boxes.");
        if (bytes.Length < 8)
            throw new InvalidDataException("JUMBF: a box header is cut short.");
        ulong size = BinaryPrimitives.ReadUInt32BigEndian(bytes.Span);
        var header = 8;
        if (size == 1)
        {
            if (bytes.Length < 16)
                throw new InvalidDataException("JUMBF: a long box header is cut short.");
            size = BinaryPrimitives.ReadUInt64BigEndian(bytes.Span[8..]);
            header = 16;
        }
        else if (size == 0)
        {
            size = (ulong)bytes.Length;
        }
        if (size < (ulong)header || size > (ulong)bytes.Length)
            throw new InvalidDataException($"JUMBF: a box of {size} bytes does not fit into {bytes.Length}.");
        var raw = bytes[..(int)size];
        return new RawBox(Encoding.Latin1.GetString(bytes.Span.Slice(4, 4)), raw, raw[header..]);
    }
}
