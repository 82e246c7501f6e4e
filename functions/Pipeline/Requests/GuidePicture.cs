using SoraFunctions.Contract.Renders;
using SoraFunctions.Contract.Storyboards;

namespace SoraFunctions.Pipeline.Requests;

/// <summary>A picture that shots are made after, by engines that can.</summary>
/// <param name="Picture">The picture.</param>
/// <param name="Role">What it is to the shot.</param>
/// <param name="Shot">Number of the shot from 1; null for the first one, the last one, or all, by its role.</param>
/// <param name="ShotId">The shot's id, once a storyboard is known, since numbers change when shots come and go; null before.</param>
public sealed record GuidePicture(Picture Picture, PictureRole Role, int? Shot = null, string? ShotId = null)
{
    /// <summary>Whether it is for this shot.</summary>
    /// <param name="shot">The shot.</param>
    /// <param name="storyboard">What it is part of.</param>
    public bool IsFor(Shot shot, Storyboard storyboard) => (Role, Shot, ShotId) switch
    {
        (PictureRole.Reference, null, null) => true,
        (_, _, { } id) => shot.Id == id,
        _ => shot.Id == IdIn(storyboard),
    };

    /// <summary>The same for the shots that it is for now, whatever number they get.</summary>
    /// <param name="storyboard">As it is now.</param>
    public GuidePicture Pinned(Storyboard storyboard) => this with { ShotId = ShotId ?? IdIn(storyboard) };

    private string? IdIn(Storyboard storyboard) => (Shot, Role) switch
    {
        ({ } number, _) => storyboard.Shots.ElementAtOrDefault(number - 1)?.Id,
        (_, PictureRole.FirstFrame) => storyboard.Shots[0].Id,
        (_, PictureRole.LastFrame) => storyboard.Shots[^1].Id,
        _ => null,
    };
}
