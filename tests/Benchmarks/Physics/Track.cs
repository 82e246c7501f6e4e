namespace SoraFunctions.Benchmarks.Physics;

/// <summary>One body in one frame: metres across and up from the middle of the picture, and how many pixels it covers.</summary>
internal readonly record struct Sighting(double Time, double X, double Y, double Area);

/// <summary>One body through a clip.</summary>
internal sealed record Track(IReadOnlyList<Sighting> Sightings)
{
    /// <summary>Part of the frames that show it.</summary>
    public double Seen => Sightings.Count(sighting => sighting.Area > 0) / (double)Sightings.Count;

    public IReadOnlyList<(double Time, double Value)> X => [.. Sightings.Select(s => (s.Time, s.X))];

    public IReadOnlyList<(double Time, double Value)> Y => [.. Sightings.Select(s => (s.Time, s.Y))];

    /// <summary>Along a direction, in metres.</summary>
    public IReadOnlyList<(double Time, double Value)> Along(double x, double y) => [.. Sightings.Select(s => (s.Time, (s.X * x) + (s.Y * y)))];
}
