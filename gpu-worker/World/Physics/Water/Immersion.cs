using System.Runtime.CompilerServices;

namespace SoraFunctions.World.Physics.Water;

/// <summary>
/// What water does to one body at one instant: the volume under the surface by tetrahedra towards the surface's own plane, so that the
/// cut needs no lid, and the resistance of each wet triangle.
/// </summary>
internal sealed class Immersion(WettedSkin skin)
{
    // Pressure in front and suction behind of a face that is driven through water: a cube drags with 1.05, a ball with about a half.
    private const double Front = 0.6;
    private const double Back = 0.45;
    private const double Skin = 0.008;

    // Waves that a moving side sends out: part of the speed of waves as long as the body.
    private const double Radiation = 0.35;

    private readonly Vector3d[] _corners = new Vector3d[skin.Corners.Length];
    private readonly double[] _depths = new double[skin.Corners.Length];
    private Vector3d _velocity;
    private Vector3d _spin;
    private double _waveSpeed;
    private double _reach;
    private Sums _sums;

    /// <summary>The whole skin's volume in m3.</summary>
    public double Whole => skin.Volume;

    /// <summary>Volume under the surface in m3.</summary>
    public double Volume { get; private set; }

    /// <summary>Area in m2 of the cut through the body at the surface, seen from above.</summary>
    public double Waterplane { get; private set; }

    /// <summary>Centre of that volume, from the body's centre of mass.</summary>
    public Vector3d Centre { get; private set; }

    /// <summary>Resistance over the density of water, m4/s2.</summary>
    public Vector3d Force => _sums.Force;

    /// <summary>Its turning moment about the centre of mass, m5/s2.</summary>
    public Vector3d Moment => _sums.Moment;

    /// <summary>How much resistance grows with speed, m3/s.</summary>
    public double Slope => _sums.Slope;

    /// <summary>How much its moment grows with spin, m5/s.</summary>
    public double SpinSlope => _sums.SpinSlope;

    /// <summary>Depth of the highest point in metres; negative while the body stands out of the water.</summary>
    public double Cover { get; private set; }

    /// <summary>Measures a body under a surface.</summary>
    /// <param name="body">The body.</param>
    /// <param name="height">Of the surface above the body's centre, from the world's origin.</param>
    /// <param name="slopeX">Rise of the surface along x.</param>
    /// <param name="slopeZ">Rise along z.</param>
    /// <param name="velocity">Of the body against the water in m/s.</param>
    /// <param name="gravity">m/s2.</param>
    public void Measure(Body body, double height, double slopeX, double slopeZ, Vector3d velocity, double gravity)
    {
        Volume = Waterplane = 0;
        Centre = default;
        _sums = default;
        Cover = double.MaxValue;
        _velocity = velocity;
        _spin = body.AngularVelocity;
        _reach = body.Shape.Reach;
        _waveSpeed = Radiation * Math.Sqrt(gravity * _reach);
        var level = height - body.Position.Y;
        for (var i = 0; i < _corners.Length; i++)
        {
            var corner = _corners[i] = body.Orientation.Turn(skin.Corners[i]);
            var depth = _depths[i] = level + (slopeX * corner.X) + (slopeZ * corner.Z) - corner.Y;
            Cover = Math.Min(Cover, depth);
        }

        var apex = new Vector3d(0, level, 0);
        for (var i = 0; i < skin.Triangles.Length; i += 3)
        {
            Cut(skin.Triangles[i], skin.Triangles[i + 1], skin.Triangles[i + 2], apex);
        }

        Centre = Volume > 1e-15 ? Centre / Volume : default;
    }

    /// <summary>Notes that the body is out of the water.</summary>
    public void Leave()
    {
        Volume = Waterplane = 0;
        Cover = double.MinValue;
    }

    private void Cut(int a, int b, int c, Vector3d apex)
    {
        var wet = (_depths[a] > 0 ? 1 : 0) + (_depths[b] > 0 ? 1 : 0) + (_depths[c] > 0 ? 1 : 0);
        if (wet == 0)
        {
            return;
        }

        if (wet == 3)
        {
            Wet(_corners[a], _corners[b], _corners[c], (_depths[a] + _depths[b] + _depths[c]) / 3, apex);
            return;
        }

        // Turned round until the corner that is alone, above or below, comes first.
        if (_depths[b] > 0 == (wet == 1))
        {
            (a, b, c) = (b, c, a);
        }
        else if (_depths[c] > 0 == (wet == 1))
        {
            (a, b, c) = (c, a, b);
        }

        Vector3d ab = Crossing(a, b), ac = Crossing(a, c);
        if (wet == 1)
        {
            Wet(_corners[a], ab, ac, _depths[a] / 3, apex);
        }
        else
        {
            Wet(ab, _corners[b], _corners[c], (_depths[b] + _depths[c]) / 3, apex);
            Wet(ab, _corners[c], ac, _depths[c] / 3, apex);
        }
    }

    private Vector3d Crossing(int a, int b) =>
        _corners[a] + ((_corners[b] - _corners[a]) * (_depths[a] / (_depths[a] - _depths[b])));

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Wet(in Vector3d a, in Vector3d b, in Vector3d c, double depth, in Vector3d apex)
    {
        var across = Vector3d.Cross(b - a, c - a);
        var twice = across.Length;
        if (twice < 1e-16)
        {
            return;
        }

        var volume = Vector3d.Dot(across, a - apex) / 6;
        Volume += volume;
        Waterplane -= across.Y / 2;
        Centre += (a + b + c + apex) * (volume / 4);

        // The middles of the edges: with them the resistance to a slow turn comes out exactly, however large the triangle.
        var face = new Face(twice / 6, across / twice, _waveSpeed * Math.Exp(-depth / _reach), _velocity, _spin);
        var sums = _sums;
        sums.Add((a + b) / 2, face);
        sums.Add((b + c) / 2, face);
        sums.Add((c + a) / 2, face);
        _sums = sums;
    }

    /// <summary>What all points of a triangle have in common.</summary>
    /// <param name="Area">A third of its area.</param>
    /// <param name="Normal">Outwards.</param>
    /// <param name="Waves">Speed of the waves that it sends out.</param>
    /// <param name="Velocity">Of the body against the water.</param>
    /// <param name="Spin">Of the body.</param>
    private readonly record struct Face(double Area, Vector3d Normal, double Waves, Vector3d Velocity, Vector3d Spin);

    /// <summary>Sums over all points.</summary>
    private struct Sums
    {
        public Vector3d Force;
        public Vector3d Moment;
        public double Slope;
        public double SpinSlope;

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public void Add(Vector3d place, in Face face)
        {
            var velocity = face.Velocity + Vector3d.Cross(face.Spin, place);
            var into = Vector3d.Dot(velocity, face.Normal);
            var pressing = ((into > 0 ? Front : Back) * 0.5 * Math.Abs(into)) + face.Waves;
            var rubbing = Skin * 0.5 * velocity.Length;
            var force = (face.Normal * (into * (rubbing - pressing) * face.Area)) - (velocity * (rubbing * face.Area));
            Force += force;
            Moment += Vector3d.Cross(place, force);
            Slope += (pressing + rubbing) * face.Area;
            SpinSlope += (pressing + rubbing) * face.Area * place.LengthSquared;
        }
    }
}
