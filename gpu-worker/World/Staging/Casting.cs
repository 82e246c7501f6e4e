using SoraFunctions.Contract.Renders;
using SoraFunctions.Contract.Storyboards;
using SoraFunctions.World.Scenes;
using SoraFunctions.World.Staging.Forms;
using SoraFunctions.World.Staging.Pictures;

namespace SoraFunctions.World.Staging;

/// <summary>The pieces of a shot: the first subject, its copies, and everyone else.</summary>
/// <param name="Lead">The first of the first subject.</param>
/// <param name="Copies">The others of the first subject.</param>
/// <param name="Props">All of the other subjects, copies included.</param>
internal sealed record Casting(Piece Lead, IReadOnlyList<Piece> Copies, IReadOnlyList<Piece> Props)
{
    // Different stones and petals come from a few shapes: enough not to be noticed.
    private const int Shapes = 4;

    /// <summary>What all of them look like.</summary>
    public IEnumerable<Instance> Parts => ((IEnumerable<Piece>)[Lead, .. Copies, .. Props]).SelectMany(piece => piece.Parts);

    /// <summary>Makes the pieces. Copies share their meshes.</summary>
    public static Casting Of(ShotOrder order, ShotAssets assets, Random random, List<string> warnings)
    {
        var pictures = assets.Pictures.ToDictionary(pair => pair.Key, pair => PictureReader.Read(pair.Value));
        var all = order.Cast.Select(subject => Copies(subject)).ToList();
        return new(all[0][0], all[0][1..], [.. all.Skip(1).SelectMany(copies => copies)]);

        List<Piece> Copies(Subject subject)
        {
            var picture = subject.Picture is { } hash ? pictures[hash] : null;
            var shapes = subject.Form is Form.Pebble or Form.Petal or Form.Leaf or Form.Ribbon or Form.Fruit ? Math.Min(Shapes, subject.Count) : 1;
            var made = Enumerable.Range(0, shapes).Select(_ => subject is { Form: Form.Model, Model: { } model }
                ? Modelled.Make(subject, assets.Models[model], warnings)
                : FormMaker.Make(subject, picture, order.Look, random, warnings)).ToList();
            return [.. Enumerable.Range(0, subject.Count).Select(i => made[i % shapes])];
        }
    }
}
