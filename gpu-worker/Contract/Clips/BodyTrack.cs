using SoraFunctions.Contract.Storyboards;

namespace SoraFunctions.Contract.Clips;

/// <summary>Where one body was in each frame.</summary>
/// <param name="Id">Its name, as in <see cref="ContactEvent"/>.</param>
/// <param name="Matter">What it is made of.</param>
/// <param name="Mass">In kilograms.</param>
/// <param name="Poses">
/// One per frame: x, y, z of its centre of mass in metres (y up, the ground at 0), then x, y, z, w of the unit quaternion that turns it;
/// empty for a frame in which it is not there.
/// </param>
public sealed record BodyTrack(string Id, Matter Matter, double Mass, IReadOnlyList<IReadOnlyList<double>> Poses);
