using SoraFunctions.Contract.Storyboards;
using SoraFunctions.Pipeline.Requests;
using SoraFunctions.Pipeline.Storage;
using SoraFunctions.Pipeline.Storyboards.Captions;
using SoraFunctions.Pipeline.Storyboards.Lines;

namespace SoraFunctions.Pipeline.Tests.Storyboards;

public class AdPlanTests
{
    [Theory]
    [InlineData(3, 1, 2)]
    [InlineData(10, 3, 4)]
    [InlineData(20, 5, 5)]
    [InlineData(30, 6, 6)]
    [InlineData(60, 10, 13)]
    [InlineData(120, 22, 24)]
    public async Task The_number_of_shots_follows_the_length(int seconds, int fewest, int most)
    {
        foreach (var mood in Enum.GetValues<Mood>())
        {
            var storyboard = (await Requests.Written(Requests.Perfume with { Seconds = seconds, Mood = mood })).Storyboard;

            Assert.InRange(storyboard.Shots.Count, fewest, most);
        }
    }

    [Fact]
    public async Task Two_minutes_are_shots_of_their_own_names_that_show_all_that_the_product_can_do()
    {
        var shots = (await Requests.Written(Requests.Perfume with { Seconds = 120 })).Storyboard.Shots;

        Assert.Equal(120, shots.Sum(shot => shot.Seconds));
        Assert.Equal(shots.Count, shots.Select(shot => shot.Id).Distinct().Count());
        Assert.Equal(("hook", "end"), (shots[0].Id, shots[^1].Id));
        Assert.True(shots.Select(shot => shot.Action).Distinct().Count() >= 5);
        Assert.All(shots.Zip(shots.Skip(1)), pair => Assert.NotEqual((pair.First.Camera.Move, pair.First.Camera.Framing), (pair.Second.Camera.Move, pair.Second.Camera.Framing)));
    }

    [Fact]
    public async Task The_product_is_in_every_shot_and_moves_in_the_first()
    {
        foreach (var form in Enum.GetValues<Form>())
        {
            foreach (var mood in Enum.GetValues<Mood>())
            {
                var product = Requests.Perfume.Product! with { Form = form };
                var storyboard = (await Requests.Written(Requests.Perfume with { Prompt = "", Product = product, Mood = mood })).Storyboard;

                Assert.All(storyboard.Shots, shot => Assert.Equal("product", shot.Subjects[0]));
                Assert.NotEqual(Deed.Stand, storyboard.Shots[0].Action);
                Assert.Equal(CaptionRole.Title, storyboard.Shots[0].Caption!.Role);
            }
        }
    }

    [Fact]
    public async Task Neighbouring_shots_differ_in_framing_and_move()
    {
        for (var seed = 0; seed < 40; seed++)
        {
            var shots = (await Requests.Written(Requests.Perfume with { Prompt = "", Seconds = 60, Seed = seed })).Storyboard.Shots;

            Assert.All(shots.Zip(shots.Skip(1)), pair =>
            {
                Assert.NotEqual(pair.First.Camera.Framing, pair.Second.Camera.Framing);
                Assert.NotEqual(pair.First.Camera.Move, pair.Second.Camera.Move);
            });
        }
    }

    [Theory]
    [InlineData("Rosée Eau de Parfum", Form.Bottle, Matter.Glass)]
    [InlineData("Aluminium water bottle", Form.Bottle, Matter.Metal)]
    [InlineData("Cold brew coffee can", Form.Can, Matter.Metal)]
    [InlineData("Orange soda 330 ml", Form.Can, Matter.Metal)]
    [InlineData("Leather handbag", Form.Card, Matter.Fabric)]
    [InlineData("Chocolate gift box", Form.Box, Matter.Cardboard)]
    [InlineData("Ceramic mug", Form.Cup, Matter.Ceramic)]
    [InlineData("冰爽可乐 330毫升", Form.Can, Matter.Metal)]
    [InlineData("橙味汽水", Form.Can, Matter.Metal)]
    [InlineData("茉莉香水", Form.Bottle, Matter.Glass)]
    [InlineData("手工皮质手提包", Form.Card, Matter.Fabric)]
    [InlineData("中秋月饼礼盒", Form.Box, Matter.Cardboard)]
    [InlineData("陶瓷马克杯", Form.Cup, Matter.Ceramic)]
    [InlineData("Something unheard of", Form.Card, Matter.Cardboard)]
    public async Task Shape_and_material_come_from_the_title(string title, Form form, Matter matter)
    {
        var product = new ProductBrief { Title = title, Pictures = Requests.Perfume.Product!.Pictures };
        var hero = (await Requests.Written(new VideoRequest { Product = product })).Storyboard.Cast[0];

        Assert.Equal((form, matter, Requests.PictureSha), (hero.Form, hero.Matter, hero.Picture));
    }

    [Fact]
    public async Task What_the_shop_says_about_shape_material_and_height_counts()
    {
        var product = Requests.Perfume.Product! with { Form = Form.Box, Matter = Matter.Wood, HeightInCentimetres = 42 };
        var hero = (await Requests.Written(Requests.Perfume with { Product = product })).Storyboard.Cast[0];

        Assert.Equal((Form.Box, Matter.Wood, 0.42), (hero.Form, hero.Matter, hero.Height));
    }

    [Fact]
    public async Task The_model_is_the_product_where_there_is_one_and_its_pictures_stay_with_the_request()
    {
        var model = new ProductModel(new BlobRef("t/m.glb", new string('b', 64), 1000, "model/gltf-binary"), []);
        var product = Requests.Perfume.Product! with { Model = model };
        var hero = (await Requests.Written(Requests.Perfume with { Product = product })).Storyboard.Cast[0];

        Assert.Equal((Form.Model, model.Blob.Sha256, null), (hero.Form, hero.Model, hero.Picture));
        Assert.Equal((Matter.Glass, 0.12), (hero.Matter, hero.Height));
    }

    [Theory]
    [InlineData("Apple scented candle", Form.Can)]
    [InlineData("Leather-bound notebook", Form.Slab)]
    [InlineData("Toy car", Form.Card)]
    public async Task A_product_that_has_a_picture_gets_a_shape_that_carries_it(string title, Form form)
    {
        var pictured = new ProductBrief { Title = title, Pictures = Requests.Perfume.Product!.Pictures };

        Assert.Equal(form, (await Requests.Written(new VideoRequest { Product = pictured })).Storyboard.Cast[0].Form);
    }

    [Fact]
    public async Task A_product_stays_whole_and_something_else_breaks()
    {
        var written = await Requests.Written(Requests.Perfume with { Prompt = "the bottle shatters" });

        var shot = written.Storyboard.Shots[0];
        Assert.Equal((Deed.Shatter, "product,drinking-glass"), (shot.Action, string.Join(',', shot.Subjects)));
        Assert.Contains(written.Warnings, warning => warning.Contains("stays whole"));
    }

    [Fact]
    public async Task A_product_floats_where_there_is_water_and_a_figure_acts_beside_it()
    {
        var floats = (await Requests.Written(Requests.Perfume with { Prompt = "the bottle floats" })).Storyboard;
        var flips = (await Requests.Written(Requests.Perfume with { Prompt = "an athlete does a backflip on a paddle board" })).Storyboard;

        Assert.All(floats.Shots, shot => Assert.Equal((Setting.Pool, Deed.Float, "product"), (shot.Setting, shot.Action, shot.Subjects[0])));
        Assert.Equal(["athlete", "product", "paddle-board"], flips.Shots[0].Subjects);
        Assert.Equal((Setting.Sea, Deed.BackFlip), (flips.Shots[0].Setting, flips.Shots[0].Action));
    }

    [Theory]
    [InlineData("Rosée Eau de Parfum", Mood.Elegant, "marble-counter dark-studio curtain-podium")]
    [InlineData("Running shoe", Mood.Energetic, "rooftop-sunset night-street colour-studio")]
    [InlineData("Cold cola", Mood.Playful, "colour-studio pool")]
    [InlineData("Christmas gift", Mood.Festive, "gift-room colour-studio wooden-table")]
    public async Task The_place_suits_product_and_mood(string title, Mood mood, string accepted)
    {
        var places = accepted.Split(' ').Select(name => Enum.Parse<Setting>(name.Replace("-", ""), ignoreCase: true)).ToArray();
        for (var seed = 0; seed < 8; seed++)
        {
            var request = new VideoRequest { Product = new ProductBrief { Title = title }, Mood = mood, Seed = seed };
            Assert.Contains((await Requests.Written(request)).Storyboard.Shots[0].Setting, places);
        }
    }

    [Fact]
    public async Task What_the_prompt_wants_to_happen_has_a_say_in_the_place()
    {
        var unboxed = new VideoRequest { Product = new ProductBrief { Title = "Headphones" }, Prompt = "unboxing", Mood = Mood.Festive };

        Assert.Equal(Setting.GiftRoom, (await Requests.Written(unboxed)).Storyboard.Shots[0].Setting);
    }

    [Fact]
    public async Task Nothing_stands_in_space()
    {
        var storyboard = (await Requests.Written(Requests.Perfume with { Prompt = "in outer space" })).Storyboard;

        Assert.All(storyboard.Shots, shot => Assert.False(shot.Setting == Setting.Space && shot.Action is Deed.Stand or Deed.Turn));
    }

    [Fact]
    public async Task Captions_are_the_shops_own_words_short_and_readable()
    {
        foreach (var request in new[] { Requests.Perfume, Requests.ChinesePerfume, Requests.Perfume with { Seconds = 30 }, Requests.ChinesePerfume with { Seconds = 30 } })
        {
            var storyboard = (await Requests.Written(request)).Storyboard;
            var said = $"{request.Product!.Title} {request.Product.Description}";

            Assert.Contains(storyboard.Shots, shot => shot.Caption?.Role == CaptionRole.Line);
            Assert.All(storyboard.Shots.Where(shot => shot.Caption is not null), shot =>
            {
                Assert.Contains(shot.Caption!.Text, said, StringComparison.OrdinalIgnoreCase);
                Assert.True(ShortWords.Fits(shot.Caption.Text));
                Assert.True(Reading.CanRead(shot.Caption.Text, shot.Seconds));
            });
            Assert.DoesNotContain(storyboard.Shots, shot => shot.Caption?.Text.Contains("shipping", StringComparison.OrdinalIgnoreCase) == true || shot.Caption?.Text.Contains("包邮") == true);
        }
    }

    [Fact]
    public async Task Words_stand_on_shots_in_which_the_product_leaves_them_room()
    {
        for (var seconds = 4; seconds <= 60; seconds += 4)
        {
            var shots = (await Requests.Written(Requests.Perfume with { Prompt = "", Seconds = seconds })).Storyboard.Shots;

            Assert.DoesNotContain(shots, shot => shot.Camera.Framing == Framing.Macro && shot.Caption is not null);
            Assert.True(shots.Count < 3 || shots.Any(shot => shot.Caption?.Role == CaptionRole.Line));
        }
    }

    [Theory]
    [InlineData("en", "Stride One", "Stride One. Shop now.")]
    [InlineData("zh-CN", "Stride One", "Stride One。立即购买。")]
    [InlineData("ja", "ストライド", "ストライド。今すぐ購入。")]
    [InlineData("th", "รองเท้า", "รองเท้า ซื้อเลย")]
    public async Task The_last_line_ends_as_the_language_ends_sentences(string language, string title, string line)
    {
        var product = Requests.Perfume.Product! with { Title = title };
        var storyboard = (await Requests.Written(Requests.Perfume with { Prompt = "", Product = product, Language = language, Voice = true, Seconds = 12 })).Storyboard;

        Assert.Equal(line, storyboard.Shots[^1].Line);
    }

    [Fact]
    public async Task The_end_card_sells_in_the_language_of_the_video()
    {
        var english = (await Requests.Written(Requests.Perfume)).Storyboard.EndCard!;
        var chinese = (await Requests.Written(Requests.ChinesePerfume)).Storyboard.EndCard!;

        Assert.Equal(("$79", "Shop now", "Maison Rosée"), (english.Price, english.CallToAction, english.Brand));
        Assert.Equal(("¥599", "立即购买", "露华"), (chinese.Price, chinese.CallToAction, chinese.Brand));
    }

    [Theory]
    [InlineData("en", "$99", "4.8 · 1,234 reviews")]
    [InlineData("de", "99 $", "4,8 · 1.234 Bewertungen")]
    [InlineData("fr", "99 $", "4,8 · 1 234 avis")]
    [InlineData("zh-CN", "99 美元", "4.8 · 1234 条评价")]
    [InlineData("ja", "$99", "4.8 · レビュー 1,234 件")]
    [InlineData("ar", "$99", "4.8 · 1,234 تقييم")]
    public async Task The_price_before_and_the_rating_are_written_as_the_language_does(string language, string was, string rating)
    {
        var product = Requests.Perfume.Product! with { CompareAtPrice = 99, Rating = new ProductRating(4.8m, 1234) };
        var card = (await Requests.Written(Requests.Perfume with { Product = product, Language = language })).Storyboard.EndCard!;

        Assert.Equal(was, card.Was!.Replace('\u00a0', ' '));
        Assert.Equal(new Rating(4.8, rating.Replace("1 234", "1\u00a0234")), card.Rating);
    }

    [Fact]
    public async Task The_brands_colours_are_the_look()
    {
        var look = (await Requests.Written(Requests.Perfume)).Storyboard.Look;

        Assert.Equal(("#f3e9e2", "#b4536a"), (look.Primary, look.Accent));
    }

    [Fact]
    public async Task No_words_means_no_caption_and_no_end_card()
    {
        var storyboard = (await Requests.Written(Requests.ChinesePerfume with { Prompt = "不要文字" })).Storyboard;

        Assert.Null(storyboard.EndCard);
        Assert.Equal(CaptionStyle.None, storyboard.Captions);
        Assert.All(storyboard.Shots, shot => Assert.Null(shot.Caption));
    }

    [Fact]
    public async Task A_voice_speaks_what_there_is_time_for()
    {
        var storyboard = (await Requests.Written(Requests.Perfume with { Voice = true, Seconds = 20 })).Storyboard;

        Assert.Contains(storyboard.Shots, shot => shot.Line is not null);
        Assert.All(storyboard.Shots.Where(shot => shot.Line is not null), shot => Assert.True(LineLengths.Fits(shot.Line!, storyboard.Language, shot.Seconds)));
    }

    [Theory]
    [InlineData("79.00", "USD", "en", "$79")]
    [InlineData("1299.5", "USD", "en", "$1,299.50")]
    [InlineData("79.90", "EUR", "de", "79,90 €")]
    [InlineData("1299", "EUR", "fr", "1.299 €")]
    [InlineData("599", "CNY", "zh-CN", "¥599")]
    [InlineData("79", "USD", "zh-CN", "79 美元")]
    [InlineData("7900", "JPY", "ja", "7,900円")]
    [InlineData("7900", "JPY", "en", "¥7,900")]
    [InlineData("12.5", "XYZ", "en", "XYZ 12.50")]
    public void Prices_read_as_readers_of_the_language_write_them(string price, string currency, string language, string written) =>
        Assert.Equal(written, Prices.Of(decimal.Parse(price, System.Globalization.CultureInfo.InvariantCulture), currency, language).Replace('\u00a0', ' '));

    [Theory]
    [InlineData("A 24-hour moisturiser with hyaluronic acid and ceramides that leaves skin soft without greasiness.", "A 24-hour moisturiser with hyaluronic acid and ceramides")]
    [InlineData("Brewed slowly for 18 hours, smooth and bold.", "Brewed slowly for 18 hours, smooth and bold")]
    [InlineData("Free returns. Built to last.", "Built to last")]
    [InlineData("采用三层真空不锈钢内胆，保温长达二十四小时，旅行通勤都合适。", "采用三层真空不锈钢内胆")]
    public void Sentences_are_cut_where_a_phrase_ends(string description, string caption) =>
        Assert.Equal(caption, ShortWords.From(description)[0]);
}
