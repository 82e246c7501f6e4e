using SoraFunctions.Contract.Renders;
using SoraFunctions.Contract.Storyboards;
using SoraFunctions.Media.Pictures;
using SoraFunctions.Models.Diffusion.Families;
using SoraFunctions.Models.Diffusion.Pictures;

namespace SoraFunctions.Models.Diffusion;

/// <summary>The pictures that a clip begins and ends with, of the size that the model makes.</summary>
/// <param name="First">The first; null for none.</param>
/// <param name="Last">The last; null for none.</param>
internal sealed record ClipPictures(PlanarPicture? First, PlanarPicture? Last)
{
    /// <summary>The roles in which a family takes pictures.</summary>
    public static IReadOnlyList<PictureRole> RolesOf(Family family) =>
    [
        .. family.Pictures == PictureInput.None ? [] : new[] { PictureRole.FirstFrame, PictureRole.Reference },
        .. family.TakesLastPicture ? new[] { PictureRole.LastFrame } : [],
    ];

    /// <summary>
    /// The pictures: first the frame that is ordered, else the first subject's own picture, else a reference, either set into a plain field; last the
    /// frame that is ordered.
    /// </summary>
    /// <exception cref="InvalidDataException">A picture can't be used.</exception>
    public static async Task<ClipPictures> Of(
        ShotOrder order, Family family, ClipPlan plan, Func<string, string> assetPath, List<string> warnings, CancellationToken cancellation)
    {
        var taken = RolesOf(family);
        ShotPicture[] given = [.. order.Pictures ?? []];
        if (given.FirstOrDefault(picture => !taken.Contains(picture.Role)) is { } other)
            warnings.Add($"The model takes no picture as {Word(other.Role)}: it is not used.");
        var first = given.FirstOrDefault(picture => picture.Role == PictureRole.FirstFrame && taken.Contains(picture.Role));
        var references = given.Where(picture => picture.Role == PictureRole.Reference && taken.Contains(picture.Role)).ToArray();
        var last = given.FirstOrDefault(picture => picture.Role == PictureRole.LastFrame && taken.Contains(picture.Role));
        return new(
            first is not null ? await Frame(first).ConfigureAwait(false) : await Shown().ConfigureAwait(false),
            last is not null ? await Frame(last).ConfigureAwait(false) : null);

        async Task<PlanarPicture> Frame(ShotPicture picture)
        {
            Unused(picture == first ? references : []);
            return ReferencePicture.Cover(await Decoded(picture).ConfigureAwait(false), plan.Width, plan.Height);
        }

        async Task<PlanarPicture?> Shown()
        {
            if (await FirstPicture.Of(order, family, plan, assetPath, warnings, cancellation).ConfigureAwait(false) is { } own)
            {
                Unused(references);
                return own;
            }

            Unused([.. references.Skip(1)]);
            return references is [var reference, ..]
                ? ReferencePicture.Set(await Decoded(reference).ConfigureAwait(false), order.Shot.Camera.Framing, order.Look.Primary, plan.Width, plan.Height)
                : null;
        }

        void Unused(ShotPicture[] rest)
        {
            if (rest.Length > 0)
                warnings.Add($"The model takes one picture to begin with: {rest.Length} given as reference {(rest.Length == 1 ? "is" : "are")} not used.");
        }

        async Task<DecodedPicture> Decoded(ShotPicture picture)
        {
            try
            {
                return await PictureDecoder.Decode(assetPath(picture.Picture), cancellation).ConfigureAwait(false);
            }
            catch (InvalidDataException problem)
            {
                throw new InvalidDataException($"The picture given as {Word(picture.Role)} can't be used: {problem.Message}", problem);
            }
        }
    }

    private static string Word(PictureRole role) => role switch
    {
        PictureRole.FirstFrame => "first frame",
        PictureRole.LastFrame => "last frame",
        _ => "reference",
    };
}
