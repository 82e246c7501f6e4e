using System.Runtime.CompilerServices;

namespace SoraFunctions.World.Render;

/// <summary>A block of 4 by 4 places of the light map, as they are.</summary>
/// <param name="map">The map.</param>
/// <param name="column">Left edge of the block in places.</param>
/// <param name="row">Top edge.</param>
internal readonly unsafe struct LightPlaces(LightMap map, int column, int row) : IPlaces
{
    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Wide Read(float* plane, float unknown) => map.Block(plane, column, row);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Wide Mirrored(float* plane) => map.Block(plane, column, row);
}
