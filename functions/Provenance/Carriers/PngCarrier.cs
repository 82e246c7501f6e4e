using System.Buffers.Binary;
using SoraFunctions.Provenance.Bmff;
using SoraFunctions.Provenance.Labels;
using SoraFunctions.Provenance.Manifests;
using SoraFunctions.Provenance.Verification;

namespace SoraFunctions.Provenance.Carriers;

/// <summary>A PNG picture: the store lies in the one caBX chunk (C2PA 2.2 A.3.2).</summary>
internal sealed class PngCarrier : ICarrier
{
    private const int ChunkFrame = 12;
    private readonly Stream file;
    private readonly List<(long Offset, long End)> chunks = [];
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
            if (head[4..].SequenceEqual("caBX"u8))
                chunks.Add((at, at + size));
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

    public AigcLabel? ReadLabel(Findings findings) => null;

    public IReadOnlyList<UncoveredRange> CheckBinding(
        ReadAssertion binding, string? claimAlgorithm, Findings findings, CancellationToken cancellationToken) =>
        DataHash.Check(file, chunks, binding, claimAlgorithm, findings, cancellationToken);
}
