using System.Buffers.Binary;
using System.Text;
using SoraFunctions.Provenance.Bmff;
using SoraFunctions.Provenance.Labels;
using SoraFunctions.Provenance.Manifests;
using SoraFunctions.Provenance.Verification;

namespace SoraFunctions.Provenance.Carriers;

/// <summary>A PNG picture: the store lies in the one caBX chunk (C2PA 2.2 A.3.2).</summary>
internal sealed class PngCarrier : IDataCarrier
{
    private const int ChunkFrame = 12;
    private const int MostChunks = 200_000;
    private const int HeaderChunk = 13 + ChunkFrame;

    private readonly Stream file;
    private readonly List<(long Offset, long End)> chunks = [];
    private readonly List<NamedBox> parts = [new("PNGh", 0, Signature.Length)];
    private readonly string? fault;

    public PngCarrier(Stream file)
    {
        this.file = file;
        Span<byte> head = stackalloc byte[8];
        for (long at = Signature.Length; at + ChunkFrame <= file.Length;)
        {
            file.Position = at;
            file.ReadExactly(head);
            long size = BinaryPrimitives.ReadUInt32BigEndian(head) + (long)ChunkFrame;
            if (size > file.Length - at)
            {
                fault = $"The PNG chunk at byte {at} does not fit into the file.";
                return;
            }
            var isStore = head[4..].SequenceEqual("caBX"u8);
            if (isStore)
                chunks.Add((at, at + size));
            if (parts.Count == MostChunks)
                throw new InvalidDataException($"The PNG picture has more than {MostChunks} chunks.");
            parts.Add(new(isStore ? NamedBox.Manifest : Encoding.Latin1.GetString(head[4..]), at, at + size));
            at += size;
        }
    }

    public static ReadOnlySpan<byte> Signature => [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A];

    public bool CarriesStore => chunks.Count > 0;

    public ManifestStore? ReadStore(Findings findings)
    {
        if (fault is not null)
            findings.Failure(StatusCode.FileMalformed, null, fault);
        if (chunks.Count > 1)
            findings.Failure(StatusCode.StoreMultiple, null, $"The picture holds {chunks.Count} caBX chunks; one is read.");
        if (chunks is not [var (offset, end)])
            return null;
        if (end - offset > C2paBox.MaxSize)
            throw new InvalidDataException($"The manifest store holds more than {C2paBox.MaxSize} bytes.");
        var bytes = new byte[end - offset - ChunkFrame];
        file.Position = offset + 8;
        file.ReadExactly(bytes);
        return ManifestStore.Read(bytes);
    }

    public AigcLabel? ReadLabel(Findings findings) => LabelFindings.Read(
        () => [.. parts.Where(part => part.Name == "iTXt").SelectMany(part => Labels(part.Offset + 8, part.End - 4))], findings);

    public IReadOnlyList<UncoveredRange> CheckBinding(
        ReadAssertion binding, string? claimAlgorithm, Findings findings, CancellationToken cancellationToken) =>
        DataBinding.Check(file, this, chunks, binding, claimAlgorithm, findings, cancellationToken);

    /// <summary>The labels in a text chunk, if it is an XMP packet.</summary>
    private List<string> Labels(long start, long end)
    {
        if (end - start <= PictureLabel.PngName.Length || end - start > XmpReader.LargestPacket)
            return [];
        var text = new byte[end - start];
        file.Position = start;
        file.ReadExactly(text);
        return text.AsSpan().StartsWith(PictureLabel.PngName) ? XmpReader.Labels(text.AsMemory(PictureLabel.PngName.Length)) : [];
    }

    public StorePlace Place() => fault is null && file.Length >= Signature.Length + HeaderChunk
        ? new StorePlace(Signature.Length + HeaderChunk, chunks, Chunk)
        : throw new InvalidDataException(fault ?? "The PNG picture is cut short.");

    public IReadOnlyList<NamedBox>? Boxes() => parts;

    private static byte[] Chunk(ReadOnlyMemory<byte> store) => Chunk("caBX"u8, store.Span);

    /// <summary>A chunk.</summary>
    /// <param name="type">Four letters.</param>
    /// <param name="content">What is in it.</param>
    public static byte[] Chunk(ReadOnlySpan<byte> type, ReadOnlySpan<byte> content)
    {
        var chunk = new byte[ChunkFrame + content.Length];
        BinaryPrimitives.WriteInt32BigEndian(chunk, content.Length);
        type.CopyTo(chunk.AsSpan(4));
        content.CopyTo(chunk.AsSpan(8));
        BinaryPrimitives.WriteUInt32BigEndian(chunk.AsSpan(chunk.Length - 4), Crc(chunk.AsSpan(4, 4 + content.Length)));
        return chunk;
    }

    /// <summary>The check sum of PNG chunks (ISO 15948 annex D), bit by bit: a manifest is small.</summary>
    private static uint Crc(ReadOnlySpan<byte> bytes)
    {
        var crc = uint.MaxValue;
        foreach (var value in bytes)
        {
            crc ^= value;
            for (var bit = 0; bit < 8; bit++)
                crc = (crc >> 1) ^ (0xEDB88320 & (0 - (crc & 1)));
        }
        return ~crc;
    }
}
