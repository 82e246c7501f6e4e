using System.Numerics;

namespace SoraFunctions.World.Staging.Forms;

/// <summary>Patches with crisp edges laid on the surface of a field: panes, lamps, seams.</summary>
internal static class Decal
{
    /// <summary>Draws one.</summary>
    /// <param name="builder">Where to put it.</param>
    /// <param name="field">What it is laid on.</param>
    /// <param name="lift">How far it lies above the surface, in metres.</param>
    /// <param name="rows">Points along <c>s</c>.</param>
    /// <param name="columns">Points along <c>t</c>.</param>
    /// <param name="from">Point outside of the field from which parameters of 0 to 1 look for the surface.</param>
    /// <param name="along">Direction in which they look; <c>t</c> grows to the right and <c>s</c> upwards seen along it.</param>
    /// <param name="reach">How far they look, in metres.</param>
    public static void Draw(
        MeshBuilder builder, Field field, float lift, int rows, int columns, Func<float, float, Vector3> from, Vector3 along, float reach) =>
        builder.Grid(rows, columns, (i, j) =>
        {
            float s = i / (rows - 1f), t = j / (columns - 1f);
            var at = from(s, t);
            var left = reach;
            for (var step = 0; step < 64 && left > 0; step++)
            {
                var distance = field(at) - lift;
                if (Math.Abs(distance) < 2e-4f)
                {
                    break;
                }

                // Fields bend: shorter strides than the distance never go through.
                at += along * (0.8f * distance);
                left -= 0.8f * distance;
            }

            return builder.Vertex(at, Normal(field, at), new(t, 1 - s));
        });

    private static Vector3 Normal(Field field, Vector3 at)
    {
        const float near = 4e-3f;
        Vector3 x = new(near, 0, 0), y = new(0, near, 0), z = new(0, 0, near);
        return Vector3.Normalize(new(field(at + x) - field(at - x), field(at + y) - field(at - y), field(at + z) - field(at - z)));
    }
}
