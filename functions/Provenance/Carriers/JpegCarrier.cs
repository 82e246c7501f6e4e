using System.Buffers.Binary;
using SoraFunctions.Provenance.Bmff;
using SoraFunctions.Provenance.Labels;
using SoraFunctions.Provenance.Manifests;
using SoraFunctions.Provenance.Verification;

namespace SoraFunctions.Provenance.Carriers;

/// <summary>
/// A JPEG picture: the store is cut into APP11 segments (ISO 19566-5 annex D; C2PA 2.2 A.3.1). Each begins with
/// "JP", the number of the box, a running number, and the box's own header again.
/// </summary>
internal sealed class JpegCarrier : IDataCarrier
{
    private const byte App0 = 0xE0;
    private const byte App1 = 0xE1;
    private const byte App11 = 0xEB;
    private const byte StartOfScan = 0xDA;
    private const byte EndOfImage = 0xD9;
    private const int SegmentHeader = 12;
    private const int BoxHeader = 8;
    private const int LargestPart = 64_000;

    private long start = 2;
    private byte[]? packet;
    private readonly Stream file;
    private readonly List<(long Offset, long End)> ranges = [];
    private readonly MemoryStream store = new();
    private readonly string? fault;

    public JpegCarrier(Stream file)
    {
        this.file = file;
        try
        {
            Scan();
        }
        catch (InvalidDataException error)
        {
            fault = error.Message;
        }
    }

    public bool CarriesStore => ranges.Count > 0;

    public ManifestStore? ReadStore(Findings findings)
    {
        if (fault is not null)
            findings.Failure(StatusCode.FileMalformed, null, fault);
        return CarriesStore ? ManifestStore.Read(store.ToArray()) : null;
    }

    public AigcLabel? ReadLabel(Findings findings) => LabelFindings.Read(() => packet is null ? [] : XmpReader.Labels(packet), findings);

    public IReadOnlyList<UncoveredRange> CheckBinding(
        ReadAssertion binding, string? claimAlgorithm, Findings findings, CancellationToken cancellationToken) =>
        DataBinding.Check(file, this, ranges, binding, claimAlgorithm, findings, cancellationToken);

    // JFIF wants its own segment first.
    public StorePlace Place() => fault is null
        ? new StorePlace(start, ranges, Segments)
        : throw new InvalidDataException(fault);

    public IReadOnlyList<NamedBox>? Boxes() => JpegParts.Of(file, ranges);

    private static byte[] Segments(ReadOnlyMemory<byte> store)
    {
        var segments = new MemoryStream();
        Span<byte> head = stackalloc byte[SegmentHeader];
        head[0] = 0xFF;
        head[1] = App11;
        "JP"u8.CopyTo(head[4..]);
        BinaryPrimitives.WriteUInt16BigEndian(head[6..], 1);
        var rest = store.Span[BoxHeader..];
        for (uint number = 1; !rest.IsEmpty; number++)
        {
            var part = rest[..Math.Min(LargestPart, rest.Length)];
            BinaryPrimitives.WriteUInt16BigEndian(head[2..], (ushort)(SegmentHeader - 2 + BoxHeader + part.Length));
            BinaryPrimitives.WriteUInt32BigEndian(head[8..], number);
            segments.Write(head);
            segments.Write(store.Span[..BoxHeader]);
            segments.Write(part);
            rest = rest[part.Length..];
        }
        return segments.ToArray();
    }

    private void Scan()
    {
        Span<byte> head = stackalloc byte[4];
        for (long at = 2; at + 4 <= file.Length;)
        {
            file.Position = at;
            file.ReadExactly(head);
            if (head[0] != 0xFF)
                throw new InvalidDataException($"No JPEG marker at byte {at}.");
            if (head[1] is StartOfScan or EndOfImage)
                return;
            if (head[1] == 0xFF)
            {
                at++;
                continue;
            }
            var length = BinaryPrimitives.ReadUInt16BigEndian(head[2..]);
            if (length < 2 || length > file.Length - at - 2)
                throw new InvalidDataException($"The JPEG segment at byte {at} does not fit into the file.");
            if (head[1] == App0 && at == 2)
                start = at + 2 + length;
            if (head[1] == App1 && packet is null)
                TakePacket(length - 2);
            if (head[1] == App11)
                Take(at, length + 2);
            at += length + 2;
        }
    }

    /// <summary>Reads a segment whose head was just read, if it is XMP.</summary>
    private void TakePacket(int size)
    {
        var segment = new byte[size];
        file.ReadExactly(segment);
        if (segment.AsSpan().StartsWith(PictureLabel.JpegName))
            packet = segment[PictureLabel.JpegName.Length..];
    }

    private void Take(long at, int size)
    {
        var segment = new byte[size];
        file.Position = at;
        file.ReadExactly(segment);
        var isStore = size > SegmentHeader + BoxHeader && segment.AsSpan(4, 2).SequenceEqual("JP"u8)
            && segment.AsSpan(SegmentHeader + 4, 4).SequenceEqual("jumb"u8);
        if (!isStore)
            return;
        var first = BinaryPrimitives.ReadUInt32BigEndian(segment.AsSpan(8)) == 1;
        if (first != (ranges.Count == 0))
            throw new InvalidDataException("The picture's JUMBF segments are out of order or hold more than one box.");
        if (store.Length + size > C2paBox.MaxSize)
            throw new InvalidDataException($"The manifest store holds more than {C2paBox.MaxSize} bytes.");
        store.Write(segment.AsSpan(first ? SegmentHeader : SegmentHeader + BoxHeader));
        ranges.Add((at, at + size));
    }
}
