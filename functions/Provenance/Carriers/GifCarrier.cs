using SoraFunctions.Provenance.Bmff;
using SoraFunctions.Provenance.Labels;
using SoraFunctions.Provenance.Manifests;
using SoraFunctions.Provenance.Verification;

namespace SoraFunctions.Provenance.Carriers;

/// <summary>
/// A GIF picture: the store lies in an application extension named C2PA_GIF, in blocks of up to 255 bytes, before the first picture
/// (C2PA 2.2 A.3.5).
/// </summary>
internal sealed class GifCarrier : IDataCarrier
{
    private const byte Extension = 0x21;
    private const byte Application = 0xFF;
    private const int LargestBlock = 255;
    private const int Preamble = 13;

    private readonly Stream file;
    private readonly List<(long Offset, long End)> blocks = [];
    private readonly MemoryStream store = new();
    private byte[]? packet;
    private readonly long first;
    private readonly string? fault;

    public GifCarrier(Stream file)
    {
        this.file = file;
        Span<byte> head = stackalloc byte[Preamble];
        file.Position = 0;
        if (file.ReadAtLeast(head, head.Length, throwOnEndOfStream: false) < head.Length)
        {
            fault = "The GIF picture is cut short.";
            return;
        }
        first = Preamble + Colours(head[10]);
        try
        {
            Scan(first);
        }
        catch (EndOfStreamException)
        {
            fault = "The GIF picture ends before its first frame.";
        }
    }

    /// <summary>Bytes of the table of colours that follows the head.</summary>
    /// <param name="flags">The head's byte 10.</param>
    public static int Colours(byte flags) => (flags & 0x80) != 0 ? 3 << (flags & 7) + 1 : 0;

    /// <summary>Name and code of the extension.</summary>
    private static ReadOnlySpan<byte> Name => "C2PA_GIF\x01\0\0"u8;

    public bool CarriesStore => blocks.Count > 0;

    public ManifestStore? ReadStore(Findings findings)
    {
        if (fault is not null)
            findings.Failure(StatusCode.FileMalformed, null, fault);
        if (blocks.Count > 1)
            findings.Failure(StatusCode.StoreMultiple, null, $"The picture holds {blocks.Count} C2PA extensions; one is read.");
        return blocks.Count == 1 ? ManifestStore.Read(store.ToArray()) : null;
    }

    public AigcLabel? ReadLabel(Findings findings) => LabelFindings.Read(() => packet is null ? [] : XmpReader.Labels(packet), findings);

    public IReadOnlyList<UncoveredRange> CheckBinding(
        ReadAssertion binding, string? claimAlgorithm, Findings findings, CancellationToken cancellationToken) =>
        DataBinding.Check(file, this, blocks, binding, claimAlgorithm, findings, cancellationToken);

    // Only version 89a has extensions.
    public StorePlace Place() => fault is null
        ? new StorePlace(first, blocks, Blocks) { Head = _ => [.. "GIF89a"u8] }
        : throw new InvalidDataException(fault);

    public IReadOnlyList<NamedBox>? Boxes() => null;

    private static byte[] Blocks(ReadOnlyMemory<byte> content) =>
    [
        Extension, Application, (byte)Name.Length, .. Name,
        .. content.ToArray().Chunk(LargestBlock).SelectMany(block => block.Prepend((byte)block.Length)),
        0,
    ];

    private void Scan(long at)
    {
        Span<byte> name = stackalloc byte[Name.Length];
        for (; ; )
        {
            file.Position = at;
            if (file.ReadByte() != Extension)
                return;
            var label = Next();
            var size = Next();
            var isStore = label == Application && size == Name.Length && Reads(name) && name.SequenceEqual(Name);
            if (name.SequenceEqual(PictureLabel.GifName))
                packet ??= ReadPacket();
            name.Clear();
            if (!isStore)
                file.Position = at + 2;
            Blocks(isStore && blocks.Count == 0 ? store : null);
            if (isStore)
                blocks.Add((at, file.Position));
            at = file.Position;
        }
    }

    /// <summary>The XMP packet that begins here: all up to the trailer, for it is not in blocks.</summary>
    private byte[] ReadPacket()
    {
        var bytes = new byte[Math.Min(file.Length - file.Position, XmpReader.LargestPacket)];
        file.ReadExactly(bytes);
        return bytes[..Math.Max(0, bytes.AsSpan().IndexOf(PictureLabel.GifTrailer))];
    }

    private bool Reads(Span<byte> bytes)
    {
        file.ReadExactly(bytes);
        return true;
    }

    /// <summary>Passes over a run of blocks up to the empty one.</summary>
    private void Blocks(MemoryStream? into)
    {
        Span<byte> block = stackalloc byte[LargestBlock];
        for (var size = Next(); size > 0; size = Next())
        {
            file.ReadExactly(block[..size]);
            if (into is not null && into.Length + size > C2paBox.MaxSize)
                throw new InvalidDataException($"The manifest store holds more than {C2paBox.MaxSize} bytes.");
            into?.Write(block[..size]);
        }
    }

    private int Next() => file.ReadByte() is >= 0 and var value ? value : throw new EndOfStreamException();
}
