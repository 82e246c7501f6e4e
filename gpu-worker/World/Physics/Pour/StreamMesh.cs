using System.Numerics;
using SoraFunctions.World.Scenes;

namespace SoraFunctions.World.Physics.Pour;

/// <summary>A stream as a tube with round ends; what wavers on it falls with the liquid.</summary>
internal sealed class StreamMesh(Stream stream, long seed)
{
    private const int Rings = 48;
    private const int Around = 14;

    public Mesh Make(double time, (double First, double Last) flying)
    {
        var deformation = Deform(time, flying);
        List<int> indices = [];
        for (var i = 0; i + 1 < Rings; i++)
        {
            for (var k = 0; k < Around; k++)
            {
                var (a, b) = ((i * (Around + 1)) + k, ((i + 1) * (Around + 1)) + k);
                indices.AddRange([a, b, b + 1, a, b + 1, a + 1]);
            }
        }

        var coordinates = new Vector2[Rings * (Around + 1)];
        for (var i = 0; i < coordinates.Length; i++)
        {
            coordinates[i] = new(i % (Around + 1) / (float)Around, i / (Around + 1) / (Rings - 1f));
        }

        return new(deformation.Positions, deformation.Normals, coordinates, [.. indices]);
    }

    public Deformation Deform(double time, (double First, double Last) flying)
    {
        var (positions, normals) = (new Vector3[Rings * (Around + 1)], new Vector3[Rings * (Around + 1)]);
        var side = stream.Velocity.Unit().Across();
        for (var i = 0; i < Rings; i++)
        {
            var flight = flying.First + ((flying.Last - flying.First) * i / (Rings - 1));
            var (place, along) = (stream.PlaceAfter(flight), stream.VelocityAfter(flight).Unit());
            side = (side - (along * Vector3d.Dot(side, along))).Unit();
            var other = Vector3d.Cross(along, side);
            var radius = Radius(time, flight, flying);
            for (var k = 0; k <= Around; k++)
            {
                var (sine, cosine) = Math.SinCos(2 * Math.PI * k / Around);
                var outwards = (side * cosine) + (other * sine);
                positions[(i * (Around + 1)) + k] = (place + (outwards * radius)).ToSingle();
                normals[(i * (Around + 1)) + k] = outwards.ToSingle();
            }
        }

        return new(positions, normals);
    }

    private double Radius(double time, double flight, (double First, double Last) flying)
    {
        if (flying.Last - flying.First < 1e-6)
        {
            return 0;
        }

        // Waves of the surface grow as it falls (Plateau and Rayleigh); each part of the liquid keeps its own.
        var wave = SmoothNoise.At(new((time - flight) * 38, 0, 0), 0, seed) + (0.5 * SmoothNoise.At(new((time - flight) * 90, 0, 0), 0, seed + 1));
        var radius = stream.RadiusAfter(flight) * (1 + (wave * Math.Min(0.5 * flight, 0.22)));

        // Round at its first drop and at its last.
        var tip = Math.Min((flying.Last - flight) * stream.VelocityAfter(flight).Length, flying.First > 0 ? (flight - flying.First) * stream.VelocityAfter(flight).Length : 1);
        var hanging = time - stream.From <= flying.Last + 1e-9 || flying.First > 0;
        return hanging && tip < radius ? Math.Sqrt(Math.Max(0, (2 * tip * radius) - (tip * tip))) : radius;
    }
}
