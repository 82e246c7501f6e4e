using System.Security.Cryptography;
using SoraFunctions.Provenance.Bmff;
using SoraFunctions.Provenance.Carriers;
using SoraFunctions.Provenance.Manifests;

namespace SoraFunctions.Provenance.Stamping;

/// <summary>Stamps pictures and sound files: bound by the hash of all bytes but those of the manifest (C2PA 2.2 section 18.5).</summary>
internal static class DataStamp
{
    /// <summary>The lengths of numbers in the binding settle after two rounds.</summary>
    private const int MostRounds = 8;

    public static StampedManifest Stamp(
        Stream source, Stream destination, IDataCarrier carrier, ManifestComposer composer, CancellationToken cancellationToken)
    {
        var place = carrier.Place();
        var start = place.At - place.Old.Where(old => old.Offset < place.At).Sum(old => old.End - old.Offset);
        var (room, pad) = Room(place, start, composer);
        var head = place.Head(source.Length - place.Old.Sum(old => old.End - old.Offset) + room);

        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        destination.Write(head);
        hash.AppendData(head);
        Copy(source, destination, head.Length, place.At, place.Old, hash, cancellationToken);
        destination.Write(new byte[room]);
        Copy(source, destination, place.At, source.Length, place.Old, hash, cancellationToken);

        var content = hash.GetHashAndReset();
        var store = composer.Signed(HardBinding.Data(start, room, content, pad), cancellationToken);
        destination.Position = start;
        destination.Write(place.Wrap(store));
        destination.Flush();
        return new StampedManifest(
            composer.Label,
            Convert.ToHexStringLower(content),
            store.Length,
            destination.Length - source.Length,
            place.Old.Count > 0,
            []);
    }

    /// <summary>How many bytes the wrapped store takes, and the padding with which the store has an even length, as RIFF wants it.</summary>
    private static (int Room, int Pad) Room(StorePlace place, long start, ManifestComposer composer)
    {
        byte[] Draft(int room, int pad) => composer.Draft(HardBinding.Data(start, room, new byte[SHA256.HashSizeInBytes], pad));
        var room = 0;
        for (var round = 0; round < MostRounds; round++)
        {
            var pad = Draft(room, 0).Length % 2;
            var needed = place.Wrap(Draft(room, pad)).Length;
            if (needed == room)
                return (room, pad);
            room = needed;
        }
        throw new InvalidOperationException("The length of the manifest does not settle.");
    }

    private static void Copy(
        Stream source,
        Stream destination,
        long from,
        long to,
        IReadOnlyList<(long Offset, long End)> old,
        IncrementalHash hash,
        CancellationToken cancellationToken)
    {
        foreach (var (offset, end) in old)
        {
            if (end <= from || offset >= to)
                continue;
            FileHash.Copy(source, destination, from, offset, hash, cancellationToken);
            from = end;
        }
        FileHash.Copy(source, destination, from, to, hash, cancellationToken);
    }
}
