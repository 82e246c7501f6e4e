using SoraFunctions.Contract.Storyboards;

namespace SoraFunctions.Pipeline.Storyboards.Plans;

/// <summary>Keeps neighbouring shots apart, so that no cut looks like a jump.</summary>
internal static class Variety
{
    /// <summary>A camera by its role and the wishes for it, unlike the one before.</summary>
    /// <param name="role">What the shot is for.</param>
    /// <param name="wishes">What the brief says; it wins.</param>
    /// <param name="before">The camera before; null for the first shot.</param>
    /// <param name="moves">Fitting moves, the first preferred.</param>
    public static Camera Camera(Role role, Briefs.Step wishes, Camera? before, IReadOnlyList<CameraMove> moves)
    {
        var framing = wishes.Framing ?? Unlike(role.Camera.Framing, wishes.Move is null ? before?.Framing : null);
        var move = wishes.Move ?? moves.FirstOrDefault(move => move != before?.Move, moves[0]);
        return role.Camera with
        {
            Move = move,
            Framing = framing,
            Lens = wishes.Framing is { } asked && asked != role.Camera.Framing ? LensFor(asked) : role.Camera.Lens,
            Elevation = wishes.Elevation ?? role.Camera.Elevation,
            Aperture = wishes.Aperture ?? role.Camera.Aperture,
        };
    }

    /// <summary>Usual focal length of a framing in millimetres.</summary>
    public static double LensFor(Framing framing) => framing switch
    {
        Framing.Wide => 35,
        Framing.Medium => 50,
        Framing.Close => 70,
        _ => 85,
    };

    private static Framing Unlike(Framing framing, Framing? before) => framing != before ? framing : framing switch
    {
        Framing.Wide => Framing.Medium,
        Framing.Medium => Framing.Close,
        Framing.Close => Framing.Medium,
        _ => Framing.Close,
    };
}
