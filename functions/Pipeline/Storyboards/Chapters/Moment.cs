using SoraFunctions.Pipeline.Storyboards.Briefs;

namespace SoraFunctions.Pipeline.Storyboards.Chapters;

/// <summary>What one sentence of a story could show.</summary>
/// <param name="At">Where it stands among all.</param>
/// <param name="Scene">The scene that it is of, from zero.</param>
/// <param name="Kind">establishing, line, reaction or event.</param>
/// <param name="Worth">The more, the sooner it is filmed.</param>
/// <param name="Step">How it is filmed.</param>
internal sealed record Moment(double At, int Scene, string Kind, double Worth, Step Step)
{
    /// <summary>Seconds that it takes.</summary>
    public decimal Seconds => Step.Seconds ?? 0;
}
