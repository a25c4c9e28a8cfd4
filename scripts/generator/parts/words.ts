/** Words of made-up handles; with a number behind them they name nobody. */
export const colours =
  "amber ashen azure brass bronze chalk cobalt copper coral crimson dusky ebony faded flint gilded golden granite hazel indigo ivory jade khaki lilac maroon misty ochre olive opal pewter russet sable saffron silver slate teal umber".split(
    " ",
  );
/** Second words of made-up handles. */
export const places =
  "anvil atelier barn bench bureau cabin cellar deck depot dock factory foundry forge garage harbour hangar kiln lab laboratory loft loom mill nursery pier press quarry shed shop silo stack studio tower vault warehouse wharf workshop works yard".split(
    " ",
  );
/** First words of repositories. */
export const families =
  "Basalt Cirrus Dolomite Estuary Fjord Glacier Heath Isthmus Knoll Lagoon Moraine Nimbus Outcrop Prairie Quarry Ravine Savanna Tarn Upland Valley Wetland Xerophyte Yardang Zenith".split(
    " ",
  );
/** Second words of repositories. */
export const variants =
  "Base Instruct Chat Coder Reason Vision Embed Saga Story Draft Preview Long SFT DPO Tuned Merge Mix Blend Small Large".split(
    " ",
  );
/** Tags that mean nothing to any statistic. */
export const plainTags =
  "conversational text-generation-inference endpoints_compatible autotrain_compatible custom_code pretrained moe trl sft dpo lora unsloth generated_from_trainer eval-results mergekit code roleplay chat long-context tool-use en zh de fr es it pt ru ja ko ar hi vi th tr nl pl cs sv arxiv:0000.00001 arxiv:0000.00002 arxiv:0000.00003 arxiv:0000.00004 dataset:amber-anvil/corpus-1 dataset:azure-bench/corpus-2 dataset:chalk-dock/corpus-3 deploy:azure model-index bf16 fp16 license-free not-for-all-audiences".split(
    " ",
  );
/** Names of architectures, as a tag and in `gguf`. */
export const architectures = "llama qwen2 qwen3 gemma2 mistral mixtral phi3 stablelm bert t5".split(" ");

/** Labels that no table may show as they are. */
export const malformed = [
  "<script>alert('generated')</script>",
  '"><img src=x onerror=alert(1)>',
  "\u202Etxet",
  "text\u200Fgeneration",
  "\u{1F999}\u{1F525}",
  "text generation",
  "-leading-dash",
  `a${"b".repeat(60)}`,
  "x".repeat(300),
  "caf\u00E9",
];

/** Labels that look odd and are well formed, among them the longest one. */
export const odd = [`a${"b".repeat(59)}`, "Text-Generation", "c++", "v1.0_beta"];
