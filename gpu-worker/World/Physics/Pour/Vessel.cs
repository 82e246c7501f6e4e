namespace SoraFunctions.World.Physics.Pour;

/// <summary>The hollow of a cup, a glass, a bowl, that liquid is poured into; it stands upright.</summary>
public sealed class Vessel
{
    private readonly (double Radius, double Y)[] _profile;

    /// <summary>Takes the hollow.</summary>
    /// <param name="foot">The middle of the hollow's bottom where the vessel stands, in metres.</param>
    /// <param name="profile">Radius and height above the foot of the inner wall, from the bottom up to the rim.</param>
    /// <exception cref="ArgumentException">The profile has fewer than two points or does not rise.</exception>
    public Vessel(Vector3d foot, IEnumerable<(double Radius, double Y)> profile)
    {
        (Foot, _profile) = (foot, [.. profile]);
        if (_profile.Length < 2 || _profile.Zip(_profile.Skip(1)).Any(pair => pair.Second.Y <= pair.First.Y))
        {
            throw new ArgumentException("A hollow has two points or more, each higher than the one before.", nameof(profile));
        }
    }

    /// <summary>The middle of the hollow's bottom.</summary>
    public Vector3d Foot { get; }

    /// <summary>Height of the rim above the foot in metres.</summary>
    public double Height => _profile[^1].Y;

    /// <summary>Volume in m3 up to the rim.</summary>
    public double Capacity => VolumeTo(Height);

    /// <summary>Radius of the hollow in metres at a height above the foot.</summary>
    public double RadiusAt(double height)
    {
        for (var i = 1; i < _profile.Length; i++)
        {
            if (height <= _profile[i].Y || i == _profile.Length - 1)
            {
                var part = Math.Clamp((height - _profile[i - 1].Y) / (_profile[i].Y - _profile[i - 1].Y), 0, 1);
                return _profile[i - 1].Radius + ((_profile[i].Radius - _profile[i - 1].Radius) * part);
            }
        }

        return _profile[^1].Radius;
    }

    /// <summary>Volume in m3 of the hollow up to a height above the foot: one frustum a segment.</summary>
    public double VolumeTo(double height)
    {
        double sum = 0;
        for (var i = 1; i < _profile.Length && _profile[i - 1].Y < height; i++)
        {
            var top = Math.Min(height, _profile[i].Y);
            double a = _profile[i - 1].Radius, b = RadiusAt(top);
            sum += Math.PI / 3 * (top - _profile[i - 1].Y) * ((a * a) + (a * b) + (b * b));
        }

        return sum;
    }
}
