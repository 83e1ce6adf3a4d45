using System.Text.Json;
using RepairBot.Core.Chat;
using RepairBot.LocalChat.Api;

namespace RepairBot.LocalChat.Tests.Api;

public sealed class ShowingTests
{
    private static readonly Message Bare = new()
    {
        Id = new MessageId(0xff),
        Seq = 7,
        At = new DateTimeOffset(2026, 3, 2, 9, 0, 0, TimeSpan.Zero),
        Kind = MessageKind.Note,
        Text = new PrivateText("Hello."),
    };

    [Fact]
    public void What_is_absent_is_left_out() => Assert.Equal(
        """{"id":"00000000000000ff","seq":7,"at":"2026-03-02T09:00:00Z","from":"bot","where":"dm","kind":"note","text":"Hello.","actions":[]}""",
        Json(Bare));

    [Fact]
    public void Everything_a_message_can_have_is_there()
    {
        var message = Bare with
        {
            From = Sender.Person,
            Where = Place.OnlyYou,
            Kind = MessageKind.CheckIn,
            Phase = "check-in",
            Step = "promise",
            Card = new Card(new PrivateText("Title"), [new CardLine(new PrivateText("Promise"), new PrivateText("Words"))]),
            Image = new Image("/breath.svg", "A breath"),
            File = new Attachment("export.json", "application/json", new PrivateText("{}")),
            Until = Bare.At.AddMinutes(5),
            Pace = new Pace(4, 6),
            Progress = new Progress(3, 12),
            Late = true,
            Edited = true,
        };

        Assert.Equal(
            """
            {"id":"00000000000000ff","seq":7,"at":"2026-03-02T09:00:00Z","from":"ana","where":"only-you","kind":"check-in","phase":"check-in","step":"promise","text":"Hello.","card":{"title":"Title","lines":[{"name":"Promise","value":"Words"}]},"image":{"url":"/breath.svg","alt":"A breath"},"file":{"url":"/api/people/ana/files/00000000000000ff","name":"export.json"},"until":"2026-03-02T09:05:00Z","pace":{"in":4,"out":6},"progress":{"at":3,"of":12},"late":true,"edited":true,"actions":[]}
            """,
            Json(message));
    }

    [Fact]
    public void Every_kind_of_action_is_whole()
    {
        var message = Bare with
        {
            Actions =
            [
                new ChatAction { Id = "a", Name = "kept", Role = ActionRole.Forward, Kind = ActionKind.Button, Label = "Kept", Style = ActionStyle.Success, Disabled = true },
                new ChatAction
                {
                    Id = "b", Name = "rate", Role = ActionRole.Other, Kind = ActionKind.Select, Label = "Heat", Min = 1, Max = 1,
                    Options = [new ActionOption("0", "0 calm")],
                },
                new ChatAction
                {
                    Id = "c", Name = "answer", Role = ActionRole.Move, Kind = ActionKind.Form, Label = "Write", Style = ActionStyle.Primary,
                    Fields = [new FormField("f", "Words", true, false, 0, 600, new PrivateText("Earlier")), new FormField("g", "More", false, true, 1, 80)],
                },
            ],
        };

        Assert.EndsWith(
            """
            "actions":[{"id":"a","name":"kept","role":"forward","kind":"button","label":"Kept","style":"success","disabled":true},{"id":"b","name":"rate","role":"other","kind":"select","label":"Heat","options":[{"value":"0","label":"0 calm"}],"min":1,"max":1},{"id":"c","name":"answer","role":"move","kind":"form","label":"Write","style":"primary","fields":[{"id":"f","label":"Words","multiline":true,"required":false,"minLength":0,"maxLength":600,"value":"Earlier"},{"id":"g","label":"More","multiline":false,"required":true,"minLength":1,"maxLength":80}]}]}
            """,
            Json(message),
            StringComparison.Ordinal);
    }

    [Fact]
    public void A_removed_message_keeps_its_place_and_says_nothing()
    {
        var removed = Bare with
        {
            Removed = true,
            Step = "happened",
            Card = new Card(new PrivateText("Title"), []),
            File = new Attachment("export.json", "application/json", new PrivateText("{}")),
            Actions = [new ChatAction { Id = "a", Name = "go", Role = ActionRole.Forward, Kind = ActionKind.Button, Label = "Go" }],
        };

        Assert.Equal(
            """{"id":"00000000000000ff","seq":7,"at":"2026-03-02T09:00:00Z","from":"bot","where":"dm","kind":"note","text":"","removed":true,"actions":[]}""",
            Json(removed));
    }

    [Theory]
    [InlineData("https://example.org/a.png")]
    [InlineData("//example.org/a.png")]
    [InlineData("javascript:alert(1)")]
    public void A_picture_from_elsewhere_is_not_shown(string url) => Assert.Null(Showing.Show(Bare with { Image = new Image(url, "") }, "ana").Image);

    private static string Json(Message message) => JsonSerializer.Serialize(Showing.Show(message, "ana"), ApiJson.Default.ShownMessage);
}
