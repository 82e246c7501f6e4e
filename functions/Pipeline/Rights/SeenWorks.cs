using SoraFunctions.Pipeline.Moderation;
using SoraFunctions.Pipeline.Pictures;

namespace SoraFunctions.Pipeline.Rights;

/// <summary>Finds works in the pictures of an order.</summary>
/// <param name="prints">Takes fingerprints.</param>
public sealed class SeenWorks(PictureFingerprints prints)
{
    /// <summary>The works of which pictures are copies; where no work has pictures, nothing is looked at.</summary>
    /// <param name="tenant">Who orders.</param>
    /// <param name="pictures">Everything in the order that is shown as it came.</param>
    /// <param name="held">Knows the registry.</param>
    /// <param name="cancellation">Stops waiting.</param>
    /// <exception cref="IOException">No worker can look now; ask again.</exception>
    public async Task<IReadOnlyList<FoundWork>> In(
        string tenant, IReadOnlyList<ModeratedPicture> pictures, HeldRights held, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(pictures);
        ArgumentNullException.ThrowIfNull(held);
        if (!held.KnowsPictures)
        {
            return [];
        }

        var found = await Task.WhenAll(pictures.Where(picture => picture.Sha256 is not null).Select(async picture =>
            await prints.Of(tenant, picture.Sha256!, cancellation) is { } print ? held.Find(picture.Field, print) : []));
        return [.. found.SelectMany(works => works)];
    }
}
