using System.Runtime.CompilerServices;

namespace SoraFunctions.World.Render;

/// <summary>
/// What surfaces make of the light that reaches them, whatever their colour: they send <see cref="Coloured"/> times the colour and
/// <see cref="Clear"/>.
/// </summary>
/// <param name="coloured">What takes on the colour.</param>
/// <param name="clear">What does not.</param>
internal readonly struct Response(Wide3 coloured, Wide3 clear)
{
    public readonly Wide3 Coloured = coloured;
    public readonly Wide3 Clear = clear;

    /// <summary>Radiance from surfaces of a colour.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Wide3 Of(in Wide3 colour) => Coloured * colour + Clear;
}
