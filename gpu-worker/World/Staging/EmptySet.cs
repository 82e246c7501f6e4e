using SoraFunctions.World.Scenes;

namespace SoraFunctions.World.Staging;

/// <summary>Takes the cast off the stage: what is left is the set as it was built for them, with its air.</summary>
internal static class EmptySet
{
    /// <summary>The stage without what is before its fixtures, and without the particles of deeds.</summary>
    /// <param name="stage">The stage.</param>
    /// <param name="fixtures">How many of its instances are fixtures; they are the last.</param>
    /// <param name="airs">How many of its kinds of particles are of the air; they are the last.</param>
    public static Stage Of(Stage stage, int fixtures, int airs) => stage with
    {
        Instances = [.. stage.Instances.TakeLast(fixtures)],
        Particles = [.. stage.Particles.TakeLast(airs)],
    };

    /// <summary>A state of that stage.</summary>
    /// <param name="state">The state with the cast.</param>
    /// <param name="fixtures">How many fixtures there are.</param>
    /// <param name="firstAir">The first kind of particles that is of the air.</param>
    public static FrameState Of(FrameState state, int fixtures, int firstAir) => state with
    {
        Poses = [.. state.Poses.TakeLast(fixtures)],
        Deformations = [],
        Particles = [.. state.Particles.Where(particle => particle.Kind >= firstAir).Select(particle => particle with { Kind = particle.Kind - firstAir })],
    };
}
