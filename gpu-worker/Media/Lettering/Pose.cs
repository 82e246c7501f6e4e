namespace SoraFunctions.Media.Lettering;

/// <summary>Where something that comes and goes is at an instant.</summary>
/// <param name="Opacity">0 to 1.</param>
/// <param name="Shift">Pixels below its place.</param>
/// <param name="Scale">1 at rest.</param>
/// <param name="Reach">How far it has come, 0 to 1 at rest: of what is drawn or uncovered bit by bit.</param>
internal readonly record struct Pose(double Opacity, double Shift, double Scale, double Reach)
{
    /// <summary>At rest.</summary>
    public static readonly Pose Rest = new(1, 0, 1, 1);
}
