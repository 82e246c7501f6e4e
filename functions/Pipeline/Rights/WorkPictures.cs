using SoraFunctions.Contract;
using SoraFunctions.Pipeline.Orchestration;
using SoraFunctions.Pipeline.Pictures;
using SoraFunctions.Pipeline.Requests;
using SoraFunctions.Pipeline.Storage;

namespace SoraFunctions.Pipeline.Rights;

/// <summary>Gets the pictures of works and has their fingerprints taken.</summary>
/// <param name="pictures">How they are got.</param>
/// <param name="prints">Takes fingerprints.</param>
/// <param name="blobs">Where a picture lies until its fingerprint is taken.</param>
public sealed class WorkPictures(PictureDesk pictures, PictureFingerprints prints, IBlobStore blobs)
{
    /// <summary>The works with the fingerprints of all their pictures; those that have been taken stay.</summary>
    /// <param name="tenant">Who sends them.</param>
    /// <param name="works">As they were read.</param>
    /// <param name="cancellation">Stops waiting.</param>
    /// <exception cref="RequestException">A picture can't be got or used.</exception>
    /// <exception cref="IOException">No worker can take a fingerprint now.</exception>
    public async Task<IReadOnlyList<RightsWork>> Seen(string tenant, IReadOnlyList<RightsWork> works, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(works);
        var seen = new List<RightsWork>(works.Count);
        foreach (var (i, work) in works.Index())
        {
            var known = new List<WorkPicture>();
            foreach (var (j, picture) in (work.Pictures ?? []).Index())
            {
                known.Add(picture.Print is null ? await Seen(tenant, $"works[{i}].pictures[{j}]", picture, cancellation) : picture);
            }

            seen.Add(known.Count == 0 ? work : work with { Pictures = known });
        }

        return seen;
    }

    private async Task<WorkPicture> Seen(string tenant, string field, WorkPicture picture, CancellationToken cancellation)
    {
        var got = await pictures.Get(field, picture.Address, null, cancellation);
        try
        {
            var file = await new TenantBlobs(blobs, tenant).Put(got.Bytes, got.Facts.MediaType, cancellation);
            return await prints.Of(tenant, file.Sha256, cancellation) is { } print
                ? picture.Seen(file.Sha256, print)
                : throw new RequestException(new RequestError(field, $"{field} is broken: it can't be decoded.", RequestErrorCodes.InvalidPicture));
        }
        catch (Exception failure) when (failure is WorkerException or HttpRequestException or FinalException)
        {
            throw new IOException("No worker could be reached that takes the fingerprint of a picture.", failure);
        }
    }
}
