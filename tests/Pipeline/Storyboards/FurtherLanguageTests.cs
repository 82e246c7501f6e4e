using SoraFunctions.Contract.Storyboards;
using SoraFunctions.Pipeline.Storyboards.Briefs;

namespace SoraFunctions.Pipeline.Tests.Storyboards;

/// <summary>Briefs in Spanish, French, German and Japanese.</summary>
public class FurtherLanguageTests
{
    [Theory]
    [InlineData("Tres velas rojas en una mesa de madera, sin música", "es", "candle", 3, "#c8242c")]
    [InlineData("Trois bougies rouges sur une table en bois, pas de musique", "fr", "candle", 3, "#c8242c")]
    [InlineData("Drei rote Kerzen auf einem Holztisch, keine Musik", "de", "candle", 3, "#c8242c")]
    [InlineData("木のテーブルの上に三つの赤いろうそく、音楽なし", "ja", "candle", 3, "#c8242c")]
    public void Things_numbers_colours_places_and_denials_are_read(string prompt, string language, string thing, int count, string colour)
    {
        var brief = BriefReader.Read(prompt);
        var step = Assert.Single(brief.Steps);
        var wish = Assert.Single(step.Subjects);

        Assert.Equal((language, thing, count, colour), (brief.Language, wish.Thing, wish.Count, wish.Colour));
        Assert.Equal((Setting.WoodenTable, false), (step.Setting, brief.Music));
    }

    [Theory]
    [InlineData("Es schneit nicht. Ein Ball rollt.", Deed.Roll)]
    [InlineData("雪は降らない。ボールが転がる。", Deed.Roll)]
    [InlineData("Il ne doit pas neiger. Une balle roule sur la table.", Deed.Roll)]
    public void What_is_denied_behind_the_verb_is_denied(string prompt, Deed deed)
    {
        var steps = BriefReader.Read(prompt).Steps;

        Assert.Contains(steps, step => step.Deed == deed);
        Assert.DoesNotContain(steps, step => step.Atmosphere == Atmosphere.Snow);
    }

    [Fact]
    public void German_words_of_two_are_read_by_their_parts()
    {
        var wish = Assert.Single(Assert.Single(BriefReader.Read("Ein Holzhaus steht im Wald, es ist ruhig").Steps).Subjects);

        Assert.Equal(("house", Matter.Wood), (wish.Thing, wish.Matter));
    }

    [Theory]
    [InlineData("a table for two in a die-cut box, gift, rot")]
    [InlineData("perfume, elegant, marble")]
    [InlineData("macro car chase")]
    public void English_stays_English(string prompt) => Assert.Null(BriefReader.Read(prompt).Language);
}
