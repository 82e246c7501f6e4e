using System.Numerics;
using SoraFunctions.Contract.Storyboards;
using SoraFunctions.World.Scenes;
using SoraFunctions.World.Staging.Forms;
using SoraFunctions.World.Staging.Pictures;

namespace SoraFunctions.World.Tests.Staging.Forms;

public sealed class BackTests
{
    [Fact]
    public void Words_on_the_back_of_a_card_are_not_mirrored()
    {
        var mesh = Card(Pictures.Photo()).Parts[1].Mesh;
        for (var i = 0; i < mesh.Positions.Length; i++)
        {
            Assert.Equal(-1, mesh.Normals[i].Z);

            // Seen from behind, +x is on the left.
            Assert.Equal(0.5f - (mesh.Positions[i].X / Card(Pictures.Photo()).Size.X), mesh.TextureCoordinates[i].X, 0.01f);
        }
    }

    [Fact]
    public void A_card_whose_outline_differs_from_behind_has_a_plain_back()
    {
        var lopsided = Pictures.CutOut();
        for (var i = 0; i < lopsided.Rgba.Length; i += 4)
        {
            lopsided.Rgba[i + 3] = i / 4 % lopsided.Width > 120 && i / 4 / lopsided.Width < 180 ? (byte)0 : lopsided.Rgba[i + 3];
        }

        Assert.Null(Card(lopsided).Parts[1].Material.Picture);
        Assert.NotNull(Card(lopsided).Parts[0].Material.Picture);
    }

    [Fact]
    public void A_label_with_its_motif_twice_shows_one_of_them_in_front()
    {
        var once = Pictures.Label(100, 160);
        var twice = new Texture(200, 160, [.. Enumerable.Range(0, 160).SelectMany(y => once.Rgba[(y * 400)..((y * 400) + 400)].Concat(once.Rgba[(y * 400)..((y * 400) + 400)]))]);
        var mesh = FormMaker.Make(Subject(Form.Cup), PictureReader.Read(twice), new(), new(1), []).Parts[0].Mesh;
        var front = Enumerable.Range(0, mesh.Positions.Length).Where(i => mesh.Normals[i].Z > 0.9f && Math.Abs(mesh.Positions[i].X) < 0.004f).ToList();
        Assert.NotEmpty(front);
        Assert.All(front, i => Assert.Equal(0.25f, Math.Abs(mesh.TextureCoordinates[i].X - 0.5f), 0.06f));
    }

    private static Piece Card(Texture picture) => FormMaker.Make(Subject(Form.Card), PictureReader.Read(picture), new(), new(1), []);

    private static Subject Subject(Form form) => new() { Id = "it", Name = "It", Form = form, Height = 0.2, Picture = "x" };
}
