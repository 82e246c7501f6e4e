using System.Collections;
using SoraFunctions.World.Scenes;
using SoraFunctions.World.Staging.Forms;

namespace SoraFunctions.World.Staging;

/// <summary>
/// The vertices of all that deforms at a time. Those of models are made when they are asked for: kept for all frames they would fill
/// the memory.
/// </summary>
/// <param name="pieces">Those with deforming parts, in the order of the stage.</param>
/// <param name="time">In seconds.</param>
/// <param name="others">What effects bend; behind the pieces.</param>
internal sealed class Deformations(IReadOnlyList<Piece> pieces, double time, IReadOnlyList<Deformation> others) : IReadOnlyList<Deformation>
{
    /// <inheritdoc/>
    public int Count { get; } = pieces.Sum(piece => piece.Parts.Count(part => part.Deforms)) + others.Count;

    /// <inheritdoc/>
    public Deformation this[int index] => this.Skip(index).First();

    /// <inheritdoc/>
    public IEnumerator<Deformation> GetEnumerator() =>
        pieces.SelectMany(piece => piece.Motion!(time)).Select(state => state.Deformation?.Value).OfType<Deformation>().Concat(others).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
