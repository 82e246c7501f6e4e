using System.Buffers.Binary;
using SoraFunctions.Provenance.Bmff;
using SoraFunctions.Provenance.Labels;
using SoraFunctions.Provenance.Manifests;
using SoraFunctions.Provenance.Verification;

namespace SoraFunctions.Provenance.Carriers;

/// <summary>A RIFF file, such as a WebP picture or WAV sound: the store lies in the one C2PA chunk, which we put last (C2PA 2.2 A.3.6).</summary>
internal sealed class RiffCarrier : IDataCarrier
{
    private const int FormHeader = 12;
    private const int ChunkHeader = 8;
    private const int LargestPacket = 1 << 20;
    private const int MostChunks = 100_000;

    private readonly Stream file;
    private readonly List<(long Offset, long End)> chunks = [];
    private readonly byte[]? packet;
    private readonly long end;
    private readonly string? fault;

    public RiffCarrier(Stream file)
    {
        this.file = file;
        Span<byte> head = stackalloc byte[ChunkHeader];
        file.Position = 0;
        file.ReadExactly(head);
        end = ChunkHeader + (long)BinaryPrimitives.ReadUInt32LittleEndian(head[4..]);
        if (end > file.Length)
        {
            fault = $"The RIFF file claims {end} bytes and has {file.Length}.";
            end = file.Length;
        }
        var count = 0;
        for (long at = FormHeader; at + ChunkHeader <= end;)
        {
            file.Position = at;
            file.ReadExactly(head);
            var stop = at + ChunkHeader + BinaryPrimitives.ReadUInt32LittleEndian(head[4..]);
            if (stop > end || ++count > MostChunks)
            {
                fault ??= $"The RIFF chunk at byte {at} does not fit into the file.";
                return;
            }
            if (head.StartsWith("XMP "u8) && packet is null && stop - at <= LargestPacket)
            {
                packet = new byte[stop - at - ChunkHeader];
                file.ReadExactly(packet);
            }
            if (head.StartsWith("C2PA"u8))
                chunks.Add((at, stop));
            at = stop + stop % 2;
        }
    }

    public bool CarriesStore => chunks.Count > 0;

    public ManifestStore? ReadStore(Findings findings)
    {
        if (fault is not null)
            findings.Failure(StatusCode.FileMalformed, null, fault);
        if (chunks.Count > 1)
            findings.Failure(StatusCode.StoreMultiple, null, $"The file holds {chunks.Count} C2PA chunks; one is read.");
        if (chunks is not [var (offset, stop)])
            return null;
        if (stop - offset > C2paBox.MaxSize)
            throw new InvalidDataException($"The manifest store holds more than {C2paBox.MaxSize} bytes.");
        var bytes = new byte[stop - offset - ChunkHeader];
        file.Position = offset + ChunkHeader;
        file.ReadExactly(bytes);
        return ManifestStore.Read(bytes);
    }

    public AigcLabel? ReadLabel(Findings findings) => LabelFindings.Read(() => packet is null ? [] : XmpReader.Labels(packet), findings);

    public IReadOnlyList<UncoveredRange> CheckBinding(
        ReadAssertion binding, string? claimAlgorithm, Findings findings, CancellationToken cancellationToken) =>
        DataBinding.Check(file, this, chunks, binding, claimAlgorithm, findings, cancellationToken);

    public StorePlace Place()
    {
        if (fault is not null)
            throw new InvalidDataException(fault);
        // A form of odd length has no room for its last chunk's padding byte.
        if (end % 2 != 0)
            throw new InvalidDataException("The RIFF file has an odd length: its last chunk lacks its padding byte.");
        var behind = file.Length - end;
        return new StorePlace(end, [.. chunks.Select(one => (one.Offset, one.End + one.End % 2))], Chunk)
        {
            Head = length => [.. "RIFF"u8, .. Size(length - ChunkHeader - behind)],
        };
    }

    public IReadOnlyList<NamedBox>? Boxes() => null;

    private static byte[] Chunk(ReadOnlyMemory<byte> store) => [.. "C2PA"u8, .. Size(store.Length), .. store.Span];

    private static byte[] Size(long size)
    {
        var bytes = new byte[4];
        BinaryPrimitives.WriteUInt32LittleEndian(bytes, size <= uint.MaxValue
            ? (uint)size
            : throw new InvalidDataException("The RIFF file would pass 4 GiB."));
        return bytes;
    }
}
