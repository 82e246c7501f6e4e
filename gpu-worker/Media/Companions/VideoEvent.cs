using SoraFunctions.Contract.Storyboards;

namespace SoraFunctions.Media.Companions;

/// <summary>A contact as <c>events.json</c> tells it; units as in <see cref="Contract.Clips.ContactEvent"/>.</summary>
/// <param name="Time">Seconds from the first frame of the video.</param>
/// <param name="Frame">The frame that is seen at that time.</param>
/// <param name="Shot">Id of the shot.</param>
/// <param name="First">Id of the one body.</param>
/// <param name="Second">Id of the other body, or <c>ground</c>.</param>
/// <param name="FirstMatter">What the one is made of.</param>
/// <param name="SecondMatter">What the other is made of.</param>
/// <param name="Impulse">Newton seconds.</param>
/// <param name="Speed">Metres a second.</param>
/// <param name="Pan">-1 left to 1 right.</param>
internal sealed record VideoEvent(
    double Time,
    int Frame,
    string Shot,
    string First,
    string Second,
    Matter FirstMatter,
    Matter SecondMatter,
    double Impulse,
    double Speed,
    double Pan);
