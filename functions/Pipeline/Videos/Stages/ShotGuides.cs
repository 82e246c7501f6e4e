using SoraFunctions.Contract;
using SoraFunctions.Contract.Renders;
using SoraFunctions.Contract.Storyboards;
using SoraFunctions.Pipeline.Requests;

namespace SoraFunctions.Pipeline.Videos.Stages;

/// <summary>Hands a caller's pictures to the shots that they are for, as far as the engine takes them.</summary>
internal static class ShotGuides
{
    /// <summary>The pictures of a shot; null for none. What the engine can't take is left out, so that it decides nothing.</summary>
    /// <param name="guides">The request's.</param>
    /// <param name="engine">Who makes the clip, or its place.</param>
    /// <param name="shot">The shot.</param>
    /// <param name="storyboard">What it is part of.</param>
    public static IReadOnlyList<ShotPicture>? Of(IReadOnlyList<GuidePicture>? guides, EngineInfo engine, Shot shot, Storyboard storyboard)
    {
        ShotPicture[] pictures =
        [
            .. (guides ?? []).Where(guide => Takes(engine, guide.Role) && guide.IsFor(shot, storyboard))
                .Select(guide => new ShotPicture(guide.Picture.Blob.Sha256, guide.Role))
                .DistinctBy(picture => picture.Role == PictureRole.Reference ? picture.Picture : $"{picture.Role}"),
        ];
        return pictures.Length == 0 ? null : pictures;
    }

    /// <summary>What becomes of pictures otherwise than their sender may think.</summary>
    /// <param name="guides">The request's.</param>
    /// <param name="engine">Who makes the clips, or their places.</param>
    /// <param name="storyboard">The shots.</param>
    /// <param name="orders">Their orders.</param>
    public static IEnumerable<string> Warnings(
        IReadOnlyList<GuidePicture>? guides, EngineInfo engine, Storyboard storyboard, IReadOnlyList<ShotOrder> orders)
    {
        foreach (var (index, guide) in (guides ?? []).Index())
        {
            if (!Takes(engine, guide.Role))
            {
                yield return $"pictures[{index}] is not used: the engine '{engine.Name}' {Lacks(guide.Role)}. GET /v1/models tells which do (picture_roles).";
            }
            else if (!storyboard.Shots.Any(shot => guide.IsFor(shot, storyboard)))
            {
                yield return $"pictures[{index}] is not used: there is no shot {guide.Shot?.ToString(System.Globalization.CultureInfo.InvariantCulture) ?? guide.ShotId}; the video has {storyboard.Shots.Count}.";
            }
        }

        foreach (var order in orders.Where(order => order is { Pictures: not null, PlateBy: not null }))
        {
            yield return $"The pictures of shot '{order.Shot.Id}' are those of its place: the product is filmed in front of it.";
        }
    }

    private static bool Takes(EngineInfo engine, PictureRole role) => engine.Abilities?.PictureRoles.Contains(role) == true;

    private static string Lacks(PictureRole role) => role switch
    {
        PictureRole.FirstFrame => "does not begin shots with a picture",
        PictureRole.LastFrame => "does not end shots with a picture",
        _ => "does not follow pictures",
    };
}
