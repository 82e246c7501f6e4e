using System.Runtime.CompilerServices;
using static SoraFunctions.World.Render.WideMath;

namespace SoraFunctions.World.Render.Waters;

/// <summary>
/// Light that waves gather on the bottom: a ray through each quarter of a texel of the surface is bent by its slope and lands on the
/// bottom, where rays are counted. The mean is 1.
/// </summary>
internal sealed class Caustics
{
    private const int Side = WaveField.Side;
    private readonly Quads light = new(Side);
    private readonly float[] softened = new float[Side * Side];
    private readonly float[] landed = new float[Side * Side];

    /// <summary>Follows the light from a surface to the bottom.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Cast(WaveField surface, float depth)
    {
        Array.Clear(landed);
        // A slope bends light by about a quarter of its angle: 1 - 1 / 1.333.
        var shift = -0.25f * depth * Side / surface.Width;
        var sx = surface.SlopesX;
        var sz = surface.SlopesZ;
        for (var y = 0; y < Side; y++)
        for (var x = 0; x < Side; x++)
        {
            var (a, b) = (y * Side + x, y * Side + (x + 1 & Side - 1));
            var (c, d) = ((y + 1 & Side - 1) * Side + x, (y + 1 & Side - 1) * Side + (x + 1 & Side - 1));
            Land(x, y, sx[a], sz[a], shift);
            Land(x + 0.5f, y, (sx[a] + sx[b]) / 2, (sz[a] + sz[b]) / 2, shift);
            Land(x, y + 0.5f, (sx[a] + sx[c]) / 2, (sz[a] + sz[c]) / 2, shift);
            Land(x + 0.5f, y + 0.5f, (sx[a] + sx[b] + sx[c] + sx[d]) / 4, (sz[a] + sz[b] + sz[c] + sz[d]) / 4, shift);
        }

        // The sun is no point: its disc softens the pattern.
        for (var y = 0; y < Side; y++)
        for (var x = 0; x < Side; x++)
        {
            var (left, right) = (x - 1 & Side - 1, x + 1 & Side - 1);
            var (up, down) = ((y - 1 & Side - 1) * Side, (y + 1 & Side - 1) * Side);
            var row = y * Side;
            softened[row + x] = (4 * landed[row + x] + 2 * (landed[row + left] + landed[row + right] + landed[up + x] + landed[down + x])
                + landed[up + left] + landed[up + right] + landed[down + left] + landed[down + right]) / 16;
        }

        light.Set(softened);
    }

    /// <summary>The light at points of the bottom.</summary>
    /// <param name="x">Metres.</param>
    /// <param name="z">Metres.</param>
    /// <param name="width">Width of the surface in metres.</param>
    /// <param name="footprint">Size of a pixel there in metres.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Wide At(Wide x, Wide z, float width, Wide footprint)
    {
        var blurred = Saturate(footprint * (0.2f * Side / width));
        return Lerp(light.Repeated(x * (Side / width), z * (Side / width)), Wide.One, blurred);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void Land(float x, float y, float slopeX, float slopeZ, float shift)
    {
        // Away from zero, so that cutting off the fraction rounds down.
        var (px, py) = (x + slopeX * shift + 64 * Side, y + slopeZ * shift + 64 * Side);
        var (ix, iy) = ((int)px, (int)py);
        var (fx, fy) = (px - ix, py - iy);
        var (left, right) = (ix & Side - 1, ix + 1 & Side - 1);
        var (top, bottom) = ((iy & Side - 1) * Side, (iy + 1 & Side - 1) * Side);
        landed[top + left] += 0.25f * (1 - fx) * (1 - fy);
        landed[top + right] += 0.25f * fx * (1 - fy);
        landed[bottom + left] += 0.25f * (1 - fx) * fy;
        landed[bottom + right] += 0.25f * fx * fy;
    }
}
