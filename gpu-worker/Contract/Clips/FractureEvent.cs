using SoraFunctions.Contract.Storyboards;

namespace SoraFunctions.Contract.Clips;

/// <summary>A body breaks.</summary>
/// <param name="Time">Seconds since the clip's first frame.</param>
/// <param name="Body">Id of the body.</param>
/// <param name="Matter">What it is made of.</param>
/// <param name="Energy">Energy of the blow that broke it, in joules.</param>
/// <param name="Size">Its height in metres.</param>
/// <param name="Pieces">Mass of each piece in kilograms.</param>
/// <param name="Heard">Where.</param>
public sealed record FractureEvent(
    double Time, string Body, Matter Matter, double Energy, double Size, IReadOnlyList<double> Pieces, Heard Heard);
